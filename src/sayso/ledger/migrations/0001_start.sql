-- The ledger's first form. Numbers (story, attribution …) are this file's own; what travels between ledgers
-- are the keys, which are hashes of what they stand for. docs/ledger.md explains every table and view.

-- What was read -------------------------------------------------------------------------------------------

CREATE TABLE story (
  story       INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,            -- hash of id and text
  id          TEXT NOT NULL,
  version     INTEGER NOT NULL,                -- 1, 2 … of the same id
  current     INTEGER NOT NULL DEFAULT 1,      -- 1 for the newest version of an id
  url         TEXT,
  outlet      TEXT,
  headline    TEXT,
  published   TEXT,                            -- ISO 8601, as the story gives it
  language    TEXT,
  text        TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  input_kind  TEXT NOT NULL,
  input_ref   TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,
  retrieved   TEXT,
  added       TEXT NOT NULL,                   -- when this ledger took it in, UTC
  sayso       TEXT,
  model       TEXT,
  document    BLOB NOT NULL,                   -- the story document as it came, zlib
  UNIQUE (id, version)
);
CREATE INDEX story_by_url ON story (url);
CREATE INDEX story_by_text ON story (text_sha256);
CREATE INDEX story_by_outlet ON story (outlet);
CREATE INDEX story_by_published ON story (published);

CREATE TABLE input_bytes (                     -- what came in, before anything was read; shared by equal inputs
  sha256 TEXT PRIMARY KEY,
  size   INTEGER NOT NULL,
  data   BLOB NOT NULL                         -- zlib
);

CREATE TABLE source (
  source      INTEGER PRIMARY KEY,
  story       INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  id          TEXT NOT NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  description TEXT,
  aliases     TEXT NOT NULL DEFAULT '[]',      -- JSON
  anonymous   INTEGER NOT NULL DEFAULT 0,
  UNIQUE (story, id)
);
CREATE INDEX source_by_name ON source (name);

CREATE TABLE attribution (
  attribution INTEGER PRIMARY KEY,
  key         TEXT NOT NULL,                   -- hash of the story's key and the attribution's id
  story       INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  id          TEXT NOT NULL,
  position    INTEGER NOT NULL,
  role        TEXT NOT NULL,                   -- of the block it stands in
  source      TEXT NOT NULL,                   -- the words
  cue         TEXT NOT NULL,
  content     TEXT NOT NULL,
  start       INTEGER NOT NULL,                -- of the content's first span
  end         INTEGER NOT NULL,
  quotation   TEXT NOT NULL,
  confidence  REAL NOT NULL,
  within      TEXT,
  garbled     INTEGER,
  certainty   TEXT,
  score       REAL,
  cue_stance  TEXT,
  why         TEXT NOT NULL,
  UNIQUE (story, id)
);
CREATE INDEX attribution_by_key ON attribution (key);

CREATE TABLE hop (                             -- the chains: 0 is the main one, the others are parallel
  attribution INTEGER NOT NULL REFERENCES attribution ON DELETE CASCADE,
  chain       INTEGER NOT NULL,
  position    INTEGER NOT NULL,                -- 0 is the nearest to the reader
  source      INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  origin      INTEGER NOT NULL,                -- 1 for the last hop
  cue         TEXT,
  why         TEXT,
  PRIMARY KEY (attribution, chain, position)
) WITHOUT ROWID;
CREATE INDEX hop_by_source ON hop (source);

CREATE TABLE hedge (
  attribution INTEGER REFERENCES attribution ON DELETE CASCADE,
  voice       INTEGER REFERENCES voice ON DELETE CASCADE,
  holder      TEXT NOT NULL,
  words       TEXT NOT NULL
);
CREATE INDEX hedge_by_attribution ON hedge (attribution);
CREATE INDEX hedge_by_voice ON hedge (voice);

CREATE TABLE evidence (
  attribution INTEGER NOT NULL REFERENCES attribution ON DELETE CASCADE,
  kind        TEXT NOT NULL,
  words       TEXT NOT NULL
);
CREATE INDEX evidence_by_attribution ON evidence (attribution);

CREATE TABLE voice (                           -- sentences in the outlet's own voice
  voice     INTEGER PRIMARY KEY,
  key       TEXT NOT NULL,                     -- hash of the story's key and the place
  story     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  start     INTEGER NOT NULL,
  end       INTEGER NOT NULL,
  words     TEXT NOT NULL,
  certainty TEXT NOT NULL
);
CREATE INDEX voice_by_story ON voice (story);

CREATE TABLE figure (
  figure      INTEGER PRIMARY KEY,
  story       INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  attribution INTEGER REFERENCES attribution ON DELETE CASCADE,
  value       REAL,
  low         REAL,
  high        REAL,
  approx      INTEGER NOT NULL,
  unit        TEXT,
  what        TEXT,
  scope       TEXT,
  as_of       TEXT,
  start       INTEGER NOT NULL,
  end         INTEGER NOT NULL,
  words       TEXT NOT NULL
);
CREATE INDEX figure_by_story ON figure (story);

CREATE TABLE record (                          -- denials, refusals, silences, "could not verify"
  story  INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  kind   TEXT NOT NULL,
  source INTEGER REFERENCES source ON DELETE CASCADE,
  words  TEXT NOT NULL
);
CREATE INDEX record_by_story ON record (story);

CREATE TABLE finding (                         -- headline (block is null), standfirst and captions against the body
  story   INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  block   INTEGER,
  verdict TEXT NOT NULL,
  kind    TEXT,                                -- null: the verdict alone
  text    TEXT,
  words   TEXT
);
CREATE INDEX finding_by_story ON finding (story);

CREATE TABLE credit (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  name  TEXT NOT NULL
);
CREATE INDEX credit_by_story ON credit (story);

-- What follows from many stories: made anew for a group when a story joins it -----------------------------

CREATE TABLE story_group (                     -- stories about one event
  "group"  INTEGER PRIMARY KEY,
  key      TEXT NOT NULL,                      -- hash of the lowest key of its stories
  stories  INTEGER NOT NULL DEFAULT 0,
  stale    INTEGER NOT NULL DEFAULT 1          -- 1 until its claims, echoes and origins have been made again
);
CREATE INDEX group_stale ON story_group (stale) WHERE stale = 1;

CREATE TABLE group_story (
  story   INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  "group" INTEGER NOT NULL REFERENCES story_group ON DELETE CASCADE,
  score   REAL,                                -- how near it was to the group
  why     TEXT NOT NULL
);
CREATE INDEX group_story_by_group ON group_story ("group");

CREATE TABLE entity (                          -- a source across stories
  entity INTEGER PRIMARY KEY,
  key    TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL
);
CREATE TABLE entity_source (
  source INTEGER PRIMARY KEY REFERENCES source ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  score  REAL NOT NULL,
  why    TEXT NOT NULL
);
CREATE INDEX entity_source_by_entity ON entity_source (entity);
CREATE TABLE entity_suggestion (               -- may be the same; a person decides
  a     INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  b     INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  score REAL NOT NULL,
  why   TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;

CREATE TABLE claim (
  claim       INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,            -- hash of the keys of its statements' first member
  "group"     INTEGER NOT NULL REFERENCES story_group ON DELETE CASCADE,
  text        TEXT NOT NULL,                   -- the plainest wording among its statements, in their words
  story       INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,   -- whose wording
  stories     INTEGER NOT NULL,
  outlets     INTEGER NOT NULL,
  origins     INTEGER NOT NULL,
  independent INTEGER NOT NULL
);
CREATE INDEX claim_by_group ON claim ("group");

CREATE TABLE statement (                       -- an attribution or an own-voice sentence that makes the claim
  statement   INTEGER PRIMARY KEY,
  claim       INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  story       INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  attribution INTEGER REFERENCES attribution ON DELETE CASCADE,
  voice       INTEGER REFERENCES voice ON DELETE CASCADE,
  stance      TEXT NOT NULL,                   -- asserts, reports, denies
  score       REAL NOT NULL,                   -- how near its words are to the claim's
  why         TEXT NOT NULL
);
CREATE INDEX statement_by_claim ON statement (claim);
CREATE INDEX statement_by_story ON statement (story);

CREATE TABLE origin (
  origin      INTEGER PRIMARY KEY,
  claim       INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  entity      INTEGER REFERENCES entity ON DELETE SET NULL,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  says        TEXT NOT NULL,                   -- asserts, denies
  rests_on    INTEGER REFERENCES origin ON DELETE SET NULL,
  independent INTEGER NOT NULL,
  why         TEXT NOT NULL
);
CREATE INDEX origin_by_claim ON origin (claim);
CREATE TABLE origin_story (
  origin INTEGER NOT NULL REFERENCES origin ON DELETE CASCADE,
  story  INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  chain  TEXT NOT NULL,                        -- JSON: the hops' names, nearest first
  why    TEXT NOT NULL,
  PRIMARY KEY (origin, story)
) WITHOUT ROWID;

CREATE TABLE echo (                            -- story is the later or derived one
  story    INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  "of"     INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  kind     TEXT NOT NULL,                      -- reprint, wire, relay, quotation
  score    REAL NOT NULL,
  evidence TEXT NOT NULL,                      -- JSON: which words overlap, which credit, which chain
  circular INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (story, "of", kind)
) WITHOUT ROWID;
CREATE INDEX echo_by_of ON echo ("of");

CREATE TABLE figure_link (                     -- figures of a group that count the same thing
  a    INTEGER NOT NULL REFERENCES figure ON DELETE CASCADE,   -- the earlier
  b    INTEGER NOT NULL REFERENCES figure ON DELETE CASCADE,
  kind TEXT NOT NULL,                          -- same, revised, conflicting, echoed
  why  TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX figure_link_by_b ON figure_link (b);

-- What people decide: never touched by reading again -------------------------------------------------------

CREATE TABLE judgement (
  judgement INTEGER PRIMARY KEY,
  verb      TEXT NOT NULL,                     -- same, not-same, wrong-chain, not-a-claim
  a         TEXT NOT NULL,                     -- keys, so that a judgement outlives the rows it speaks of
  b         TEXT,
  by        TEXT NOT NULL,
  at        TEXT NOT NULL,
  note      TEXT,
  undone_by TEXT,
  undone_at TEXT
);
CREATE INDEX judgement_by_a ON judgement (a);
CREATE INDEX judgement_by_b ON judgement (b);

-- Feeds that are watched ----------------------------------------------------------------------------------

CREATE TABLE feed (
  url           TEXT PRIMARY KEY,
  etag          TEXT,
  last_modified TEXT,
  checked       TEXT,
  next          TEXT,                          -- not before
  failures      INTEGER NOT NULL DEFAULT 0,
  error         TEXT
);
CREATE TABLE feed_item (
  feed  TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
  url   TEXT NOT NULL,
  seen  TEXT NOT NULL,
  state TEXT NOT NULL,                         -- kept, refused, waiting
  error TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (feed, url)
) WITHOUT ROWID;

-- Full text ------------------------------------------------------------------------------------------------

CREATE VIRTUAL TABLE story_words USING fts5 (headline, text, content = 'story', content_rowid = 'story', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER story_words_in AFTER INSERT ON story BEGIN
  INSERT INTO story_words (rowid, headline, text) VALUES (new.story, new.headline, new.text);
END;
CREATE TRIGGER story_words_out AFTER DELETE ON story BEGIN
  INSERT INTO story_words (story_words, rowid, headline, text) VALUES ('delete', old.story, old.headline, old.text);
END;
CREATE VIRTUAL TABLE attribution_words USING fts5 (source, content, content = 'attribution', content_rowid = 'attribution', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER attribution_words_in AFTER INSERT ON attribution BEGIN
  INSERT INTO attribution_words (rowid, source, content) VALUES (new.attribution, new.source, new.content);
END;
CREATE TRIGGER attribution_words_out AFTER DELETE ON attribution BEGIN
  INSERT INTO attribution_words (attribution_words, rowid, source, content) VALUES ('delete', old.attribution, old.source, old.content);
END;

-- Views for people -----------------------------------------------------------------------------------------

CREATE VIEW stories AS
  SELECT s.story, s.id, s.version, s.outlet, s.headline, s.published, s.url, g."group",
         (SELECT count(*) FROM attribution a WHERE a.story = s.story) AS attributions
  FROM story s LEFT JOIN group_story g USING (story) WHERE s.current = 1;

CREATE VIEW chains AS
  SELECT s.id AS story_id, a.attribution, a.content, a.certainty, h.chain,
         group_concat(src.name, ' ← ') AS path, max(h.origin * h.position) AS hops
  FROM attribution a JOIN story s USING (story) JOIN hop h USING (attribution) JOIN source src ON src.source = h.source
  WHERE s.current = 1 GROUP BY a.attribution, h.chain;

CREATE VIEW claims_with_origins AS
  SELECT c.claim, c.text, c."group", c.stories, c.outlets, c.origins, c.independent,
         o.name AS origin, o.kind, o.says, o.independent AS origin_is_independent, r.name AS rests_on, o.why
  FROM claim c LEFT JOIN origin o USING (claim) LEFT JOIN origin r ON r.origin = o.rests_on;

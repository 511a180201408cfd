PRAGMA user_version = 1;
PRAGMA application_id = 1935767923;
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

INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (1, 'sdd78ce62d31bbd1c5d45', 'n-0', 1, 1, NULL, 'Courier 0', NULL, '2024-03-01', 'en', 'Pier 0 is shut after a storm, Olena Brask said. Crew 0 has left.', '66b028e3729dce2cc6922713e5cc3ba48208990a4df8ea9e98dd1d6cf9a1d1ea', 'jsonl', 'n-0', '66b028e3729dce2cc6922713e5cc3ba48208990a4df8ea9e98dd1d6cf9a1d1ea', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB6EDC300CFC15436767A3D53ACE3AC7E603DA7B1004B444AFD595A5AD1E498D20FF5ED28FA037911A0F6786D6A7487AC409C4934830A7709F7288F3FD51D4C21A6AFA3B49C78C7F3315BF2CC64A563655692CB98221530D157F32D5D54F871EAA1F11D2B54A60CDA17A8EF841F81152E570C807622AD189275F9CAB4528D921D33E87121766BA1F118CB31E77D0ADF4CEA611598B92AAB993A73BC9EA1CF84B810B01057A56EB6F85C83EC5D57A06FF4EC13BEA471CBE6DA411D4434B65DBF6529DF1F4A83AA35169DD764A3D1E4FF8A0F5A987E6ACE4B9EB243466382374D89D8D399A560F1D1CCD1161E1CD24FA9D85B1D2AF5A4C60F0AD9F59C31225CD9187E381074FC120F91623903682F62EE86B124F2F04CD1049B7ACC90671B50D5107C7B6FA6066F1F55A0B0319194C478AE6BA1D754463F356248A50E3CAB8EC2DF1580F1313FDB7186A6EF9DC305242541B4C3ADA5BB6546DA183B390F691137ABEDB2AF0C1CF93CDF38EF565EA31AE978B623AB168C8944F5FF64F3759A02428D4A76168E4A3D88258DCAF0E366B850F2F8DAA9BF695EBE033A9E09EACD5995B7F4AC8B06AA6D51B1B5167B120076BD033933C74B5F8184991F888361343D5CFD5B202EADB3CDA6FC37A042E5E3836D6EE787BAC640CB76D4D9BBC35D855E0EB4EBFD3B2EF0BC4DEF15F31100B12942EEC7F1BD418330DE30005A44415B29EA443244E7590FC06CCE51B5EF08D7E11BFCEA65745587CDF2DAE5193F710CDF6C17BB07B8C83BD94B813ED0FEB8D9E3B47BE198765F16B7343161F09BB90FF03D74250DB');
INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (2, 's2d201454b4eb3a270b6f', 'n-1', 1, 1, NULL, 'Courier 1', NULL, '2024-03-02', 'en', 'Pier 0 is shut after a storm, Olena Brask said. Crew 1 has left.', 'a33a3241445880a3c43e1562181c7a40c48ae17db4f7563e26ee917f7b80da33', 'jsonl', 'n-1', 'a33a3241445880a3c43e1562181c7a40c48ae17db4f7563e26ee917f7b80da33', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB72A4300CFC15CA6732318F0192E3E60376EFA9544A60313863EC593F92A552F9F79578A472B344BBD5DDC29F220C13CE201E458025B8FB109D5FEE0B910BADA869EFF818F15FA4E28F469FC94C872C4C29663046AA21E32B739EFD366821FBE5215CB3005A9DB2278F1F59914D103283633C1153F2463CDA644C2E5C8A0699F6C925CFCC3C694250465B3C40B7D41B1D26642DA52CEB3B59DDC9928006EC25C18580022DABB5B744649FE2AA2D83DF82B386FA1EC76F1B6182F2DC50095505555917757DEE3A09D55057589C9BB2E88AA1855A0E750758B4AAAFC7F6DC545836880F453BB67D27155D5E7923897E6761ACF42B1733287CED17D6B0464973E4A9384902CF4E21F91613903682F6C60DD7201E9F091AC1936E99930DE26A6AA276866DF54E2DE2EB25170A2232988E14CD753F0E1E958E7B1128C20137C6756F81C75A9899E8C762A8B9E773434F0951AD300C5EDFA2A66A0F1D8C86708C9CD1F2B7BD02EBEC32EBB81C589BE61EFDF671554C27160D91F2E9D3717597055D23CB56D6ADAC24883D88D5FDE660B796F8F05C9779DDBC70ED6C2415DC9379D971EB6F721136CDB47AA53D0E51ACC8512BB4CC244F0FB9F8984891F8F03A1243D62FD9BA02EAEB38E96FC3C3045C3C736CACDDF0F658C9E46EFB9A76795BB09BC09783FEA065DF17F0BDE1BF62241624287DD03F3638A08F348C0314100255C87AC2E03C719627C96F405DBEE1095FE917B1DB6C7A5584C5F7C3E2163579775EED17DE9D3E621CF525F983E87858AFF4DC39F2DD38AC8BDF9A3B32594FD895FC3F60E44EB4');
INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (3, 's39fd1f2107332c85a0c0', 'n-2', 1, 1, NULL, 'Courier 2', NULL, '2024-03-03', 'en', 'Pier 0 is shut after a storm, Olena Brask said. Crew 2 has left.', '931d6da461ce0f501b43353091f4cb0d16d3188d98a8e3e3ac8f7e209458dc66', 'jsonl', 'n-2', '931d6da461ce0f501b43353091f4cb0d16d3188d98a8e3e3ac8f7e209458dc66', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB6EDB3010FC158167C5A11E566D1F9B0F68EF4110ACC895C59A225D3E920A41FEBDBB7A040174E02E87C39959F1434435E204E22222CCD13FC6E4C3FC588952184D4DF750D332E1BF44C56F83A1908589451C732A60485443C147A6B2F865D141F13340BC15118C3E144F01DF8BBA18211616877420A61CACB8B86C6D297C4E1699F6C9E7C0CC7CD388A0AD71B883EEB9B7268EC85A6A59B70FB2A18F8016DC35C39580021DAB75F74C641FE2661C83FF44EF2CF5030E5F36E208F5B1A3F2DC54BAD3D0769542391C65D5B74D736CE4B91A5AD54B5D75BAA94E277D3EC1091B6C409D861F58CB737B3C69D5750B6F22D16F2C8C957E9662028DAFFDCC1A9628E91E79A80E92C093D748BEC508A48DA0BDF5EA16C5E599A00902E99625D920AEAE256A6FD956EFF52C3E5F4AA12121836949D1DCB6A50AA84DDA8A48112A5C1997B945BED6C1C444DF0643CD2D9F3B064A886A8D5105734F86AA2D74B006E27EE5848EF7B60A9C77F364D2BC635D9E7A0CEBE6A298562C1A12E5D3E7FDE8260B14361A8EE7A3AEB5125B108BFBD5C1662DF3E2B9ADCBB67BE1DABB442AB827CBFAC4ADBFD9275835D3E8B509A892589083D1E898491ECEA5781F4991780F261143D1CFC53202EA9B349A2FC36A042E9E3936D66E797AAC64F4F76D4C9BBC35D855E0CB4EBFD3B2EF2B84DEF25F31100B129436CCB7092A0C892EE30005C44815B29EA87C20CEFA20F90DE8EB173CE32BFD226EBD9B5E1561F16DB7B8464DDE7DD0DB81376FF6180773CD6127DA1FD62B3D778E7C330ECBE0D7E686CC2E107621FF0FC5985054');
INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (4, 's419657b80edd03fcac6f', 'n-3', 1, 1, NULL, 'Courier 0', NULL, '2024-03-04', 'en', 'Pier 0 is shut after a storm, Olena Brask said. Crew 3 has left.', '7afc7fa1cf5f02a9796a4f12229cf55b558ddf7edc138b59f3020f2cf62dc57b', 'jsonl', 'n-3', '7afc7fa1cf5f02a9796a4f12229cf55b558ddf7edc138b59f3020f2cf62dc57b', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB4EE43010FC95C8E730649C6486705C3E60F78E10EAC4ED8919C79EF5033642FCFB76E781B8B9DBE57255B5FD29E230E204E2514498A3BF8FC987F9FE284A611435DD5D4DCB84FF12157F0C86A22A4C2CE29853013A510D051F99CAE2B74507C5AF00F15A4430EA503C05FC28EA62845858D4E9404C3958F1E8B2B5A5F0395964DA279FC3C24CFB2382B2C6E10EBAE5DE9A38226B91956CEEAAFAAE6A0868C15D325C0828D0B15A77CB44F629AEC631F82D7A67A91F507FDB8823C8F644E519F470D6701C74AB2B09DDB93B41A38F52CA8E5A6DDFB60F4AE933AAE1583FF46DA7EB4A565A0EFA24D5D09EFB853791E87716C64ABF4A3181C2D77E660D4B94744F75381ED8D5E415926F31026923686FFD708DE2F199A00902E9AE4AB2415CA786A8BD655BBD57B3F87A298582840CA6254573DD96434065D256448A70C09571995BE46B1D4C4CF46330D4DCF2B961A084A8561887606EC950B5850ED640DCAF9CD0F1DE5681F36E9E4C9A77ACCB538F61DD5C14D38A4543A27CFABC1FDD64C1B93ECABA6B3A7D524A6C412CEE57079BB5CC8BE74696CDE9856BEF12A9E05E55CA076EFDCD3EC1AA9946AF4CC0218905A98D42C74CD5A12BC5C7488AC4473089188A7E2E961150DFA4D17C1B1E46E0E2996363ED96A7C74A467FDBC6B4C95B835D05BEECF43B2DFBBE40E82DBF0A4D2C4850DA303F26386048741907282046AA90F5C4C107E294878AFF80BA7CC333BED21371EBDDF4AB088BEFBBC5356AF2EE83DA0EBC7BB3C7A8CD25879D68FF58AFF4DD39F2CD382C835F9B1B32BB40D885FC3F297E50C8');
INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (5, 's857e7df68b30ed4db073', 'n-4', 1, 1, NULL, 'Courier 1', NULL, '2024-03-05', 'en', 'Pier 0 is shut after a storm, Olena Brask said. Crew 4 has left.', '7cf40abb253a37fa03c9a3c760af21113cb1fa19e763c2d606053e0b15b8a69d', 'jsonl', 'n-4', '7cf40abb253a37fa03c9a3c760af21113cb1fa19e763c2d606053e0b15b8a69d', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB52E4300CFC9594CF61701E9361382E1FB07BA7284AB1958919C79EF5033645F1EF2BE54171B3E44EABBB157F8AA8469C403C8A0873F4F731F930DF57A2144653D3DDB5744CF82F51F1C7602864616211C79C0A1812D550F0275359FCB6E8A0F815205E8B08461F8AA7801F455B8C100B8B433A10530E563CBA6C6D297C4E1699F6C9E7C0CC3C7444D0D638DC41B7DC5B1347642DB5ACDB3BD9DCC923012DB84B860B01053A56EB6E99C83EC5D53806BF45EF2CF5030EDF36E208F5B1A3F2A4865642DFD7C7069AD300B2516768D4A99330D4555535AAAF06A8CE78EA1A55EB4E76F2D8A0ECAB63FF00DD592FBC8944BFB33056FA558A0934BEF6336B58A2A439F2501D248127AF917C8B11481B417BEBD5358AC767822608A45B966483B8BA96A8BD655BBDD7B3F87A298586840CA6234573DD8E2AA036692B2245A870655CF61679AC8389897E2C869A5B3E370C9410D51AA30AE6960C555BE8600DC47DE4848EEFB60A9C77F364D2BC635D9E7A0CEBE5A2984E2C1A12E5D3E7FDD34D161CF141E1F9ACF450F5620B6271BF3AD8AC653E3CB775D9762F5C7B974805F764593F70EB6FF60956CDB47A6D02AA2416E460343A66928773293E4652243E8249C450F473B1AC80FA268DE6DBB01A818B678E8DB55BDE1E2B19FD6D5BD3266F0D7615F8B2D3EFB4ECFB02A1B7FC570CC48204A50BF363830A43A2611CA08018A942D613950FC4591F24BF017DF986677CA55FC4ADB3E9551116DF778B6BD4E4DD07BD7DF0EECD1EE3602E39EC44FBC37AA5E7CE916FC66159FCDADC90D905C22EE4FF01324750CC');
INSERT INTO story ("story", "key", "id", "version", "current", "url", "outlet", "headline", "published", "language", "text", "text_sha256", "input_kind", "input_ref", "input_sha256", "retrieved", "added", "sayso", "model", "document") VALUES (6, 'sf4a715212df1cfea1ddf', 'n-5', 1, 1, NULL, 'Courier 2', NULL, '2024-03-06', 'en', 'Pier 1 is shut after a storm, Olena Brask said. Crew 5 has left.', 'c15237c4168c182ad5aa4f477f24ba69bad994bc971aa1519dd38f1761a817f0', 'jsonl', 'n-5', 'c15237c4168c182ad5aa4f477f24ba69bad994bc971aa1519dd38f1761a817f0', NULL, '2026-11-25T10:49:51+00:00', '0.1.0', 'hand', X'785E4D53CB4EE43010FC15CBE7302421C9CC705C3E60F78E10EAD89D8919C79EF5033642FCFB76E781B8B9DBE57255B5FD29A31A7102F92823CCD1DFC7E4C37C5FC9421A4D4D77D7D232E1BF44C51F834154C24411C79C040C896A107C642AC46F8B0EC4AF00F12A22187D104F013F442B4688C2E2900EC49483958F2E5B5B489F9345A67DF23930734DFB2382B6C6E10EBAE5DE9A38226BA9CBBAB92B1FEECA8E8016DC25C38580121DAB75B74C649FF26A1C83DFA27796FA01876F1B7184BAEDA854555B3F1C55537527559D6AD02D403334C7E350373D74E71EF4F9DCF4EA7CAC00AAB63A6BFD701AAA6357C1A93A0EE5C29B48F43B0B63A55F859C40E36B3FB386254ABAA73C5407064F5E23F99623903682F6D6AB6B948FCF044D10487759900DE2EA1AA2F6966DF55ECFF2EBA5901A1232989614CD755BAA80DAA4AD8814A1C29571995BE46B1D4C4CF46330D4DCF2B961A084A8D6185530B764A8DA42076B20EE574EE8786FABC079374F26CD3BD6E5A9C7B06E2E8A69C5A221513E7DDE8F6EB280E256EAA4FBB6AC406E412CEE57079BB5CC8BE7A62E9AEE856BEF12A9E05E59D4276EFDCD3EC1AA9946AF4D4095E4821C8C46C74CE5E15CC88F9114C98F601231887E16CB08A86FD268BE0DAB11B878E6D858BBE5E9B192D1DFB6316DF2D66057812F3BFD4ECBBE2F107ACBAF62201624286D981F135418125DC6014A88912A643D51F9409CF5A1E43FA02FDFF08CAFF444DC7A37FD2AC2E2FB6E718D9ABCFBA0B703EFDEEC310EE692C34EB47FAC57FAEE1CF9661C96C1AFCD0D995D20EC42FE1F236A5055');
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (1, 1, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (2, 2, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (3, 3, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (4, 4, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (5, 5, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO source ("source", "story", "id", "name", "kind", "description", "aliases", "anonymous") VALUES (6, 6, 's0', 'Olena Brask', 'person', NULL, '[]', 0);
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (1, 'a30cee6c4ab13031098ea', 1, 'a20a2ec3ff407', 0, 'body', '', 'said', 'Pier 0 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (2, 'ad3b904bddeb3bc773f44', 2, 'a86027047030a', 0, 'body', '', 'said', 'Pier 0 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (3, 'a096a3c0c4d68d559a992', 3, 'ace3da595d2dc', 0, 'body', '', 'said', 'Pier 0 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (4, 'a680ed89cabb176596b3c', 4, 'a73123949f6dd', 0, 'body', '', 'said', 'Pier 0 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (5, 'ac599c1c20cd73c626fde', 5, 'a5e8ce99cdf1b', 0, 'body', '', 'said', 'Pier 0 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO attribution ("attribution", "key", "story", "id", "position", "role", "source", "cue", "content", "start", "end", "quotation", "confidence", "within", "garbled", "certainty", "score", "cue_stance", "why") VALUES (6, 'a3ed177453cd76e3ab686', 6, 'ac18cc8db501a', 0, 'body', '', 'said', 'Pier 1 is shut after a storm', 0, 28, 'indirect', 0.9, NULL, 0, 'asserted', 2.0, 'said', 'written by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (1, 0, 0, 1, 1, '', 'by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (2, 0, 0, 2, 1, '', 'by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (3, 0, 0, 3, 1, '', 'by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (4, 0, 0, 4, 1, '', 'by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (5, 0, 0, 5, 1, '', 'by hand');
INSERT INTO hop ("attribution", "chain", "position", "source", "origin", "cue", "why") VALUES (6, 0, 0, 6, 1, '', 'by hand');
INSERT INTO judgement ("judgement", "verb", "a", "b", "by", "at", "note", "undone_by", "undone_at") VALUES (1, 'not-a-claim', 'a30cee6c4ab13031098ea', NULL, 'Ann', '2026-11-25T10:49:51+00:00', NULL, NULL, NULL);

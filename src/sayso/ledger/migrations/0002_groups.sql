-- What grouping and the search for reprints remember of every story, so that a new one costs the same in a
-- large ledger as in a small one.

CREATE TABLE term (                            -- words that stories are told apart by
  term   INTEGER PRIMARY KEY,                  -- 63 bits of the word's hash
  word   TEXT NOT NULL,
  events INTEGER NOT NULL                      -- in how many groups of this ledger it has stood
);

CREATE TABLE story_vector (                    -- the strongest terms of a story: int64 and float32, little-endian
  story   INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  terms   BLOB NOT NULL,                       -- ascending
  weights BLOB NOT NULL                        -- of length 1 at most
);

CREATE TABLE group_vector (                    -- the sum of its stories' vectors
  "group" INTEGER PRIMARY KEY REFERENCES story_group ON DELETE CASCADE,
  terms   BLOB NOT NULL,
  weights BLOB NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0           -- 1 once it has been weighed against the groups around it
);
CREATE INDEX group_unsettled ON group_vector (settled) WHERE settled = 0;

CREATE TABLE group_term (                      -- finds the groups that a story may belong to
  term    INTEGER NOT NULL,
  "group" INTEGER NOT NULL,
  stories INTEGER NOT NULL,                    -- how many of its stories have it among their very strongest
  PRIMARY KEY (term, "group")
) WITHOUT ROWID;

CREATE TABLE group_judged (                    -- the judgements that the groups already follow, as one text
  one INTEGER PRIMARY KEY CHECK (one = 1),
  state TEXT NOT NULL
);

CREATE TABLE story_sketch (                    -- MinHash of a story's runs of words
  story        INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  words        INTEGER NOT NULL,
  width        INTEGER NOT NULL,               -- words in a run
  algorithm    TEXT NOT NULL,                  -- library and its version of the algorithm
  seed         INTEGER NOT NULL,
  permutations INTEGER NOT NULL,
  digest       BLOB NOT NULL                   -- uint32, little-endian
);

CREATE TABLE sketch_band (                     -- stories that share a band may share words
  band  INTEGER NOT NULL,                      -- hash of the band's number and values
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  PRIMARY KEY (band, story)
) WITHOUT ROWID;
CREATE INDEX sketch_band_by_story ON sketch_band (story);

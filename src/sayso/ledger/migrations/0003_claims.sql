-- What linking sources and forming claims need to keep.

-- What descriptions say of an entity (JSON list of words), for comparing with sources of later stories.
ALTER TABLE entity ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';

CREATE TABLE entity_block (                    -- names that may be one share a block; others are never compared
  block  TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
  PRIMARY KEY (block, entity)
) WITHOUT ROWID;
CREATE INDEX entity_block_by_entity ON entity_block (entity);
CREATE INDEX entity_suggestion_by_b ON entity_suggestion (b);

CREATE TABLE claim_link (                      -- two claims of a group that cannot both hold
  a    INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  b    INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
  kind TEXT NOT NULL,                          -- conflicting
  why  TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX claim_link_by_b ON claim_link (b);

-- In how many stories a word stands.
CREATE VIRTUAL TABLE story_vocabulary USING fts5vocab (story_words, row);

-- Sources can be judged by key like attributions and voices.
ALTER TABLE source ADD COLUMN key TEXT;        -- hash of the story's key and the source's id
UPDATE source SET key = sayso_key('source', (SELECT key FROM story WHERE story.story = source.story), id);
CREATE INDEX source_by_key ON source (key);
CREATE INDEX voice_by_key ON voice (key);
CREATE INDEX story_group_by_key ON story_group (key);

-- Names of sources are searched like texts and contents.
CREATE VIRTUAL TABLE source_words USING fts5 (name, description, aliases, content = 'source', content_rowid = 'source', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO source_words (source_words) VALUES ('rebuild');
CREATE TRIGGER source_words_in AFTER INSERT ON source BEGIN
  INSERT INTO source_words (rowid, name, description, aliases) VALUES (new.source, new.name, new.description, new.aliases);
END;
CREATE TRIGGER source_words_out AFTER DELETE ON source BEGIN
  INSERT INTO source_words (source_words, rowid, name, description, aliases) VALUES ('delete', old.source, old.name, old.description, old.aliases);
END;

-- The judgements that count: not undone, and no later one says the opposite of the same pair.
CREATE VIEW judgement_in_force AS
  SELECT j.* FROM judgement j
  WHERE j.undone_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM judgement n
    WHERE n.undone_at IS NULL AND n.a = j.a AND n.b IS j.b AND n.judgement > j.judgement
      AND n.verb <> j.verb AND n.verb IN ('same', 'not-same') AND j.verb IN ('same', 'not-same')
  );

-- Another reading of the same text may find another headline.
CREATE TRIGGER story_words_changed AFTER UPDATE OF headline, text ON story BEGIN
  INSERT INTO story_words (story_words, rowid, headline, text) VALUES ('delete', old.story, old.headline, old.text);
  INSERT INTO story_words (rowid, headline, text) VALUES (new.story, new.headline, new.text);
END;

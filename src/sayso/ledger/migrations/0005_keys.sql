-- Sources can be judged by key like attributions and voices.
ALTER TABLE source ADD COLUMN key TEXT;        -- hash of the story's key and the source's id
CREATE INDEX source_by_key ON source (key);
CREATE INDEX voice_by_key ON voice (key);

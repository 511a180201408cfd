-- Which figures of a group count the same thing. figure_link (0001) says how they stand to each other.

CREATE TABLE figure_thing (                    -- something that is counted, within one group
  thing   INTEGER PRIMARY KEY,
  key     TEXT NOT NULL,                       -- hash of the key of its first figure
  "group" INTEGER NOT NULL REFERENCES story_group ON DELETE CASCADE,
  label   TEXT NOT NULL,                       -- in the words of one of its stories
  unit    TEXT,
  scope   TEXT,
  figures INTEGER NOT NULL,
  stories INTEGER NOT NULL
);
CREATE INDEX figure_thing_by_group ON figure_thing ("group");
CREATE INDEX figure_thing_by_key ON figure_thing (key);

CREATE TABLE figure_of_thing (
  figure INTEGER PRIMARY KEY REFERENCES figure ON DELETE CASCADE,
  key    TEXT NOT NULL,                        -- hash of the story's key and the place: what a judgement names
  thing  INTEGER NOT NULL REFERENCES figure_thing ON DELETE CASCADE,
  why    TEXT NOT NULL                         -- why it counts the same thing as the first figure of it
);
CREATE INDEX figure_of_thing_by_thing ON figure_of_thing (thing);
CREATE INDEX figure_of_thing_by_key ON figure_of_thing (key);

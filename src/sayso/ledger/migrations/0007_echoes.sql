-- Links that a person has judged to be no echoes: kept aside, so that taking the judgement back finds them.
CREATE TABLE echo_denied (
  key   TEXT PRIMARY KEY,                      -- of the echo
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  "of"  INTEGER NOT NULL REFERENCES story ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX echo_denied_by_story ON echo_denied (story);
CREATE INDEX echo_denied_by_of ON echo_denied ("of");

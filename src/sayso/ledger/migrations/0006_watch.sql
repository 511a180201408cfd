-- What watching remembers beyond 0001: enough of every item to go on after a stop, and how hosts want to be asked.

ALTER TABLE feed ADD COLUMN title TEXT;
ALTER TABLE feed ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;   -- times it was asked for

ALTER TABLE feed_item ADD COLUMN title TEXT;         -- what the feed says, for a page that does not
ALTER TABLE feed_item ADD COLUMN published TEXT;     -- ISO 8601
ALTER TABLE feed_item ADD COLUMN stamp TEXT;         -- when the feed says it was changed last, as written there
ALTER TABLE feed_item ADD COLUMN place INTEGER;      -- among the items first seen with it, the oldest first
ALTER TABLE feed_item ADD COLUMN tried TEXT;         -- when its page was asked for last, UTC
ALTER TABLE feed_item ADD COLUMN read TEXT;          -- when its page was read last, UTC
ALTER TABLE feed_item ADD COLUMN next TEXT;          -- not to be tried again before, UTC
ALTER TABLE feed_item ADD COLUMN story TEXT;         -- the id that its story has in this ledger
CREATE INDEX feed_item_by_url ON feed_item (url, state);
CREATE INDEX feed_item_waiting ON feed_item (feed) WHERE state = 'waiting';

CREATE TABLE host (                                  -- scheme://host:port, as a robots.txt speaks for it
  origin  TEXT PRIMARY KEY,
  checked TEXT,                                      -- when its robots.txt was asked for, UTC
  status  INTEGER,                                   -- of that answer; null: there was none
  robots  TEXT,
  error   TEXT,
  next    TEXT                                       -- not to be asked anything before, UTC
);

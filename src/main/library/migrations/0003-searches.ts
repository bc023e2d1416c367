// Owns the third schema: saved searches and the history of searches.
import type { Migration } from './migration'

const schema = `
CREATE TABLE saved_search (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  query      TEXT NOT NULL,
  sort_order TEXT NOT NULL CHECK (sort_order IN ('relevance', 'newest', 'oldest', 'publisher')),
  -- Where it stands among the others: ascending, with gaps.
  position   INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_search_position ON saved_search (position, number);

CREATE TABLE past_search (
  query   TEXT PRIMARY KEY,
  used_at INTEGER NOT NULL,
  count   INTEGER NOT NULL CHECK (count > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_search_used ON past_search (used_at);
`

/** Adds saved searches and the history of searches. */
export const keepSearches: Migration = {
  version: 3,
  purpose: 'searches',
  migrate: database => {
    database.exec(schema)
  }
}

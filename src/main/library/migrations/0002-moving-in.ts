// Owns the second schema: versions of an article, entries of other services' exports, highlights, imports that go on.
import type { Database } from 'better-sqlite3'
import { addressKey } from '../addressKey'
import type { Migration } from './migration'

const schema = `
-- Which of the articles of its file this is; empty where the file is one article.
ALTER TABLE article ADD COLUMN original_part TEXT NOT NULL DEFAULT '';
-- The address without what does not matter; equal keys mean the same article.
ALTER TABLE article ADD COLUMN address_key TEXT;
-- How the original was read where a person chose it: JSON.
ALTER TABLE article ADD COLUMN parse_options TEXT NOT NULL DEFAULT '{}';
-- Which of its versions the article shows.
ALTER TABLE article ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE INDEX article_address_key ON article (address_key) WHERE address_key IS NOT NULL;
CREATE INDEX article_stub ON article (title_key) WHERE format = 'stub';
CREATE INDEX article_source ON article (source_path, original_part) WHERE source_path IS NOT NULL;

-- Every version of the articles that have more than one, the shown one too.
CREATE TABLE version (
  article_number  INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  number          INTEGER NOT NULL,
  original_sha256 TEXT NOT NULL REFERENCES original (sha256),
  original_part   TEXT NOT NULL,
  made_at         INTEGER NOT NULL,
  -- The columns of article and content that a version has of its own: JSON.
  snapshot        TEXT NOT NULL,
  UNIQUE (article_number, number)
) STRICT;
CREATE INDEX version_original ON version (original_sha256, original_part);

-- What other services' exports say of an article. The export itself is kept as an original.
CREATE TABLE record (
  article_number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  sha256         TEXT NOT NULL REFERENCES original (sha256),
  key            TEXT NOT NULL,
  service        TEXT NOT NULL,
  -- Everything under the service's own names: JSON.
  fields         TEXT NOT NULL,
  UNIQUE (article_number, sha256, key)
) STRICT;
CREATE INDEX record_export ON record (sha256, key);

CREATE TABLE annotation (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  article_number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  kind           TEXT NOT NULL CHECK (kind IN ('highlight', 'note')),
  quote          TEXT NOT NULL,
  prefix         TEXT NOT NULL,
  suffix         TEXT NOT NULL,
  -- Null while the quoted passage is not found in the text.
  start_offset   INTEGER CHECK (start_offset >= 0),
  end_offset     INTEGER CHECK (end_offset >= start_offset),
  note           TEXT,
  color          TEXT,
  tags           TEXT NOT NULL DEFAULT '[]',
  created_at     INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_article ON annotation (article_number, start_offset);

-- What the import was asked for, while it has not ended: JSON.
ALTER TABLE import ADD COLUMN wanted TEXT;
-- The file or folder on disk from which a line came, to try it again or to show it.
ALTER TABLE import_entry ADD COLUMN source_path TEXT;
-- What the line changed of an article that was there before, as it was before and after: JSON.
ALTER TABLE import_entry ADD COLUMN changed TEXT;
CREATE INDEX import_entry_changed ON import_entry (article_id) WHERE changed IS NOT NULL;
CREATE INDEX import_entry_path ON import_entry (import_number, path);

-- The import that an action took back.
ALTER TABLE action ADD COLUMN import_number INTEGER;

-- Files of watched folders that have been dealt with, as they were then.
CREATE TABLE watched_file (
  path        TEXT PRIMARY KEY,
  size_bytes  INTEGER NOT NULL,
  modified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`

function fillAddressKeys(database: Database): void {
  const update = database.prepare('UPDATE article SET address_key = ? WHERE number = ?')
  const rows = database
    .prepare<[], { number: number; url: string }>('SELECT number, url FROM article WHERE url IS NOT NULL')
    .all()
  for (const { number, url } of rows) update.run(addressKey(url), number)
}

/** Adds versions, records, annotations and what imports need to go on after a crash. */
export const moveIn: Migration = {
  version: 2,
  purpose: 'moving-in',
  migrate: database => {
    database.exec(schema)
    fillAddressKeys(database)
  }
}

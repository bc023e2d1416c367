// Owns the first schema: articles with their content, originals, tags, imports, undo journal and settings.
import type { Migration } from './migration'

const schema = `
CREATE TABLE original (
  sha256     TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  extension  TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  stored_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files that no article needs any more; removed from disk after the commit, or at the next start.
CREATE TABLE discarded_original (
  sha256    TEXT NOT NULL,
  extension TEXT NOT NULL,
  PRIMARY KEY (sha256, extension)
) STRICT, WITHOUT ROWID;

CREATE TABLE import (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  state       TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'interrupted')),
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  -- The process that runs it, and when that process last said so.
  owner       INTEGER NOT NULL,
  alive_at    INTEGER NOT NULL
) STRICT;

-- Files that are about to be written for an import, noted before the first byte: what a crash leaves is named here.
CREATE TABLE pending_original (
  import_number INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  sha256        TEXT NOT NULL,
  extension     TEXT NOT NULL,
  -- Null for an image that came with an article.
  file_name     TEXT,
  source_path   TEXT,
  PRIMARY KEY (import_number, sha256, extension)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  number            INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  original_sha256   TEXT NOT NULL REFERENCES original (sha256),
  import_number     INTEGER REFERENCES import (number) ON DELETE SET NULL,
  file_name         TEXT NOT NULL,
  source_path       TEXT,
  format            TEXT NOT NULL,
  encoding          TEXT,
  title             TEXT NOT NULL,
  title_key         TEXT NOT NULL,
  deck              TEXT,
  byline            TEXT,
  site_name         TEXT,
  source_credit     TEXT,
  published         TEXT,
  published_at      INTEGER,
  dateline_place    TEXT,
  language          TEXT,
  direction         TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  url               TEXT,
  excerpt           TEXT NOT NULL,
  word_count        INTEGER NOT NULL CHECK (word_count >= 0),
  reading_minutes   INTEGER NOT NULL CHECK (reading_minutes >= 0),
  is_read           INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
  is_starred        INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1)),
  is_archived       INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
  trashed_at        INTEGER,
  imported_at       INTEGER NOT NULL,
  changed_at        INTEGER NOT NULL,
  revision          INTEGER NOT NULL DEFAULT 1,
  progress_fraction REAL NOT NULL DEFAULT 0 CHECK (progress_fraction BETWEEN 0 AND 1),
  progress_offset   INTEGER NOT NULL DEFAULT 0 CHECK (progress_offset >= 0),
  -- Follows from the two states. A column of its own, since SQLite takes no index on a generated one as covering.
  place             TEXT NOT NULL DEFAULT 'inbox',
  CHECK (place =
    CASE WHEN trashed_at IS NOT NULL THEN 'trash' WHEN is_archived = 1 THEN 'archive' ELSE 'inbox' END)
) STRICT;

CREATE INDEX article_original ON article (original_sha256);
CREATE INDEX article_import ON article (import_number);
CREATE INDEX article_title_key ON article (title_key);
CREATE INDEX article_changed ON article (changed_at);
CREATE INDEX article_place_imported ON article (place, imported_at, number);
CREATE INDEX article_place_published ON article (place, published_at, number);
CREATE INDEX article_place_title ON article (place, title_key, number);
CREATE INDEX article_all_imported ON article (imported_at, number, trashed_at) WHERE trashed_at IS NULL;
CREATE INDEX article_all_published ON article (published_at, number, trashed_at) WHERE trashed_at IS NULL;
CREATE INDEX article_all_title ON article (title_key, number, trashed_at) WHERE trashed_at IS NULL;
CREATE INDEX article_starred_imported ON article (imported_at, number, trashed_at, is_starred)
  WHERE trashed_at IS NULL AND is_starred = 1;
CREATE INDEX article_site_imported ON article (site_name, imported_at, number, trashed_at) WHERE trashed_at IS NULL;
CREATE INDEX article_place_read ON article (place, is_read);
CREATE INDEX article_trashed ON article (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE content (
  article_number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
  html           TEXT NOT NULL,
  text           TEXT NOT NULL,
  outline        TEXT NOT NULL,
  inferred       TEXT NOT NULL,
  corrected      TEXT NOT NULL DEFAULT '{}',
  warnings       TEXT NOT NULL,
  removed        TEXT NOT NULL
) STRICT;

CREATE TABLE resource (
  article_number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  sha256         TEXT NOT NULL REFERENCES original (sha256),
  media_type     TEXT NOT NULL,
  source_path    TEXT,
  PRIMARY KEY (article_number, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_sha256 ON resource (sha256);

CREATE TABLE related_mention (
  article_number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  text           TEXT NOT NULL,
  title_key      TEXT NOT NULL,
  PRIMARY KEY (article_number, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE article_tag (
  article_number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
  tag_number     INTEGER NOT NULL REFERENCES tag (number) ON DELETE CASCADE,
  PRIMARY KEY (article_number, tag_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag_number, article_number);

CREATE TABLE import_entry (
  import_number  INTEGER NOT NULL REFERENCES import (number) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  path           TEXT NOT NULL,
  outcome        TEXT NOT NULL CHECK (outcome IN ('imported', 'updated', 'duplicate', 'stub', 'failed')),
  article_id     TEXT,
  format         TEXT,
  title          TEXT,
  error_code     TEXT,
  error_message  TEXT,
  warnings       TEXT NOT NULL,
  PRIMARY KEY (import_number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_entry_outcome ON import_entry (import_number, outcome, position);

-- The undo journal: what each action changed, before and after, as JSON arrays of partial articles.
CREATE TABLE action (
  number        INTEGER PRIMARY KEY AUTOINCREMENT,
  kind          TEXT NOT NULL,
  done_at       INTEGER NOT NULL,
  is_undone     INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  article_count INTEGER NOT NULL,
  before        TEXT NOT NULL,
  after         TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

/** Creates the library's tables. */
export const createLibrary: Migration = {
  version: 1,
  purpose: 'library',
  migrate: database => {
    database.exec(schema)
  }
}

import type { Migration } from './Migration.ts'

/**
 * Files that were uploaded to the service, which paid tasks use them, and a number of this store's own that makes
 * fingerprints of keys worthless anywhere else.
 */
export const uploads: Migration = {
  version: 5,
  name: 'uploads',
  sql: `
CREATE TABLE uploads (
  taskUUID TEXT PRIMARY KEY NOT NULL,
  account TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  mediaUUID TEXT UNIQUE,
  state TEXT NOT NULL,
  storedAt TEXT NOT NULL,
  usedAt TEXT NOT NULL
) STRICT;
CREATE INDEX uploadsByContent ON uploads (account, sha256);

CREATE TABLE uploadUses (
  upload TEXT NOT NULL REFERENCES uploads (taskUUID) ON DELETE CASCADE,
  taskUUID TEXT NOT NULL,
  PRIMARY KEY (upload, taskUUID)
) STRICT, WITHOUT ROWID;
CREATE INDEX uploadUsesByTask ON uploadUses (taskUUID);

CREATE TABLE uploadSalt (salt TEXT NOT NULL) STRICT;
INSERT INTO uploadSalt (salt) VALUES (lower(hex(randomblob(16))));
`,
}

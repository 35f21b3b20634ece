import type { Migration } from './Migration.ts'

/** Money is whole units of 1e-7 USD, times of leases are milliseconds since 1970, other times ISO 8601 in UTC. */
export const first: Migration = {
  version: 1,
  name: 'first',
  sql: `
CREATE TABLE projects (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  head TEXT NOT NULL,
  tip TEXT NOT NULL,
  isSample INTEGER NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL,
  openedAt TEXT NOT NULL
) STRICT;

CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  projectId TEXT NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  parentId TEXT,
  label TEXT NOT NULL,
  command TEXT,
  patch TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (projectId, id)
) STRICT;
CREATE INDEX revisionsByParent ON revisions (projectId, parentId);

CREATE TABLE snapshots (
  projectId TEXT NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  revisionId TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (projectId, revisionId)
) STRICT;

CREATE TABLE takes (
  id TEXT PRIMARY KEY NOT NULL,
  projectId TEXT NOT NULL REFERENCES projects (id),
  shotId TEXT NOT NULL,
  number INTEGER NOT NULL,
  jobId TEXT NOT NULL UNIQUE,
  take TEXT NOT NULL,
  UNIQUE (projectId, shotId, number)
) STRICT;

CREATE TABLE media (
  mediaKey TEXT PRIMARY KEY NOT NULL,
  path TEXT NOT NULL,
  byteSize INTEGER NOT NULL,
  modifiedAt INTEGER NOT NULL,
  info TEXT NOT NULL,
  approvedAt TEXT NOT NULL
) STRICT;

CREATE TABLE preparations (
  mediaKey TEXT NOT NULL REFERENCES media (mediaKey),
  what TEXT NOT NULL,
  state TEXT NOT NULL,
  facts TEXT,
  PRIMARY KEY (mediaKey, what)
) STRICT;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL,
  projectId TEXT,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  createdAt TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT NOT NULL,
  checkpoint TEXT,
  outcome TEXT,
  leaseOwner TEXT,
  leaseUntil INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  cancelRequested INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX jobsToClaim ON jobs (status, lane, priority DESC, number);

CREATE TABLE ledger (
  number INTEGER PRIMARY KEY,
  projectId TEXT NOT NULL REFERENCES projects (id),
  jobId TEXT NOT NULL,
  taskUUID TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX ledgerByJob ON ledger (jobId);
CREATE UNIQUE INDEX ledgerSettledOnce ON ledger (taskUUID) WHERE kind IN ('settlement', 'release');
CREATE UNIQUE INDEX ledgerReservedOnce ON ledger (taskUUID) WHERE kind = 'reservation';

CREATE TABLE preferences (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
`,
}

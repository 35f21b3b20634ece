import type { Migration } from './Migration.ts'

/**
 * Names for revisions, a bin for projects, and for each stored record which form of the document wrote it (rows
 * from before it are of document version 1). Takes become unique within a project, so that a copy of a project has
 * its own.
 */
export const versions: Migration = {
  version: 2,
  name: 'versions',
  sql: `
ALTER TABLE projects ADD COLUMN removedAt TEXT;
ALTER TABLE revisions ADD COLUMN form TEXT NOT NULL DEFAULT '1-';
ALTER TABLE snapshots ADD COLUMN form TEXT NOT NULL DEFAULT '1-';

CREATE TABLE versions (
  projectId TEXT NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  revisionId TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (projectId, name),
  FOREIGN KEY (projectId, revisionId) REFERENCES revisions (projectId, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE takesOfProjects (
  id TEXT NOT NULL,
  projectId TEXT NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  shotId TEXT NOT NULL,
  number INTEGER NOT NULL,
  jobId TEXT NOT NULL,
  take TEXT NOT NULL,
  PRIMARY KEY (projectId, id),
  UNIQUE (projectId, jobId),
  UNIQUE (projectId, shotId, number)
) STRICT;
INSERT INTO takesOfProjects (id, projectId, shotId, number, jobId, take)
  SELECT id, projectId, shotId, number, jobId, take FROM takes;
DROP TABLE takes;
ALTER TABLE takesOfProjects RENAME TO takes;
CREATE INDEX takesByJob ON takes (jobId);
`,
}

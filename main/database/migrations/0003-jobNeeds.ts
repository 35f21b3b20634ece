import type { Migration } from './Migration.ts'

/**
 * What a job needs before it may begin, and when one that failed is tried again. Projects get a picture, and a mark while
 * they are being copied here.
 */
export const jobNeeds: Migration = {
  version: 3,
  name: 'jobNeeds',
  sql: `
ALTER TABLE jobs ADD COLUMN notBefore INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

CREATE TABLE jobNeeds (
  jobId TEXT NOT NULL REFERENCES jobs (id) DEFERRABLE INITIALLY DEFERRED,
  needs TEXT NOT NULL REFERENCES jobs (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (jobId, needs)
) STRICT, WITHOUT ROWID;
CREATE INDEX jobNeedsByNeeded ON jobNeeds (needs);

ALTER TABLE projects ADD COLUMN thumbnail TEXT;
ALTER TABLE projects ADD COLUMN copiedBy TEXT;
`,
}

import type { Migration } from './Migration.ts'

/**
 * What a project may cost (1e-7 USD, null = without a limit), a third way for a task's money to end, and takes found
 * by what they were made from.
 */
export const money: Migration = {
  version: 4,
  name: 'money',
  sql: `
CREATE TABLE limits (
  projectId TEXT PRIMARY KEY NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  cap INTEGER,
  confirmAbove INTEGER
) STRICT;

DROP INDEX ledgerSettledOnce;
CREATE UNIQUE INDEX ledgerClosedOnce ON ledger (taskUUID) WHERE kind IN ('settlement', 'release', 'writeOff');

CREATE INDEX takesByRecipe ON takes (json_extract(take, '$.recipe'));
`,
}

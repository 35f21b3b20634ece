/** Every migration in order; a new one is added at the end, with a test beside test/main/database/migrations. */
import { first } from './0001-first.ts'
import { versions } from './0002-versions.ts'
import { jobNeeds } from './0003-jobNeeds.ts'
import { money } from './0004-money.ts'
import { uploads } from './0005-uploads.ts'
import type { Migration } from './Migration.ts'

export const MIGRATIONS: readonly Migration[] = [first, versions, jobNeeds, money, uploads]

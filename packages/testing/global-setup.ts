import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll, bundleForNode, workerEntries } from '../../scripts/build.mjs';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { localMigrations, productMigrations } from './migrations.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- vitest's own interface is merged into
  export interface ProvidedContext { workersDirectory: string; databaseTemplate: string }
}

const root = join(import.meta.dirname, '../..');

/** A migrated database, made again only when a migration, the migrator or a dependency is another than last time. */
const migratedTemplate = async (workersDirectory: string): Promise<string> => {
  const migrations = [...localMigrations(), ...productMigrations()];
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(readFileSync(join(workersDirectory, 'pglite-worker.js'))).update(JSON.stringify(migrations));
  const kept = join(root, 'dist', 'test-databases', hash.digest('hex').slice(0, 16));
  if (existsSync(kept)) return kept;
  const scratch = mkdtempSync(join(tmpdir(), 'docuvault-test-'));
  const driver = await openPglite({ dataDirectory: join(scratch, 'made'), workerEntry: join(workersDirectory, 'pglite-worker.js') });
  await migrate(driver.admin, localMigrations());
  await migrate(driver.admin, productMigrations());
  await driver.close();
  rmSync(join(root, 'dist', 'test-databases'), { recursive: true, force: true });
  mkdirSync(join(root, 'dist', 'test-databases'), { recursive: true });
  cpSync(join(scratch, 'made', 'pg'), `${kept}.part`, { recursive: true });
  renameSync(`${kept}.part`, kept);
  rmSync(scratch, { recursive: true, force: true });
  return kept;
};

/** Builds the product (once, since test files that built it side by side would collide), the worker scripts and one migrated database; each test file opens a copy of it. */
export const setup = async (project: TestProject) => {
  const workersDirectory = join(root, 'dist', 'test-workers');
  await buildAll();
  await bundleForNode(workerEntries, workersDirectory);
  project.provide('workersDirectory', workersDirectory);
  project.provide('databaseTemplate', await migratedTemplate(workersDirectory));
};

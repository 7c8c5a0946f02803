import { cpSync, mkdtempSync, rmSync } from 'node:fs';
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

/** Builds the product (once, since test files that built it side by side would collide), the worker scripts and one migrated database; each test file opens a copy of it. */
export const setup = async (project: TestProject) => {
  const scratch = mkdtempSync(join(tmpdir(), 'docuvault-test-'));
  const workersDirectory = join(import.meta.dirname, '../../dist/test-workers');
  await buildAll();
  await bundleForNode(workerEntries, workersDirectory);
  const made = join(scratch, 'made');
  const driver = await openPglite({ dataDirectory: made, workerEntry: join(workersDirectory, 'pglite-worker.js') });
  await migrate(driver.admin, localMigrations());
  await migrate(driver.admin, productMigrations());
  await driver.close();
  const databaseTemplate = join(scratch, 'template');
  cpSync(join(made, 'pg'), databaseTemplate, { recursive: true });
  project.provide('workersDirectory', workersDirectory);
  project.provide('databaseTemplate', databaseTemplate);
  return () => {
    rmSync(scratch, { recursive: true, force: true });
  };
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMigration, type Migration } from '@docuvault/db/migrate.ts';

const root = join(import.meta.dirname, '../..');

const readFolder = (folder: string): Migration[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => parseMigration(name, readFileSync(join(root, folder, name), 'utf8')));

/** The baseline that stands in for Supabase's own schemas. */
export const localMigrations = () => readFolder('packages/supabase-local/migrations');
/** The product's schema, the same on every engine. */
export const productMigrations = () => readFolder('supabase/migrations');

import sql from 'sql-template-tag';
import { createKeyring, type Keyring } from '@docuvault/core/encryption/keyring.ts';
import { beginLoad, type Loader } from '@docuvault/db/dump/load-tables.ts';
import { buildKeyring } from '../server/build-keyring.ts';
import { migrateAll, isSupabase } from '../server/migrations.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import type { Manifest } from './archive-records.ts';
import type { House, OpenedEngine } from './house.ts';
import type { Progress } from './progress.ts';
import { readArchive } from './read-archive.ts';
import { rewrapRows } from './rewrap.ts';

export type RestoreReport = { rows: number; files: number; documents: number; people: number; leftOut: number; rewrapped: boolean };

/** Sessions, tokens and challenges of a Supabase project are its own; people sign in anew there. */
const ofTheEngine = /^auth\.(?!users$|identities$|mfa_factors$)|^storage\./;

/** Throws unless nobody has an account there: a restore never mixes two vaults. */
const mustBeEmpty = async (engine: OpenedEngine): Promise<void> => {
  const [users] = await engine.admin.query<{ there: boolean }>(sql`select to_regclass('auth.users') is not null as there`);
  if (!users!.there) return;
  const [people] = await engine.admin.query<{ count: number }>(sql`select count(*)::integer as count from auth.users`);
  if (people!.count > 0) throw new Error(`There are ${people!.count} accounts here already. A backup is restored into an empty vault only: set DOCUVAULT_HOME or DATABASE_URL to a new one.`);
};

/**
 * Brings an archive back, into whichever engine and store the environment names, as one transaction: all of it or nothing.
 * The schema is first made as it was, then the rows and files come in, then the migrations since run over them, so that a
 * later release takes them up as it takes up its own. Where this vault has another master key, the keys of the files are
 * wrapped anew.
 */
export const restore = async (house: House, path: string, passphrase: string, progress: Progress): Promise<RestoreReport> => {
  const engine = await house.open();
  const report = { rows: 0, files: 0, documents: 0, people: 0, leftOut: 0, rewrapped: false };
  let loader: Loader | null = null;
  let onSupabase = false;
  let keys: { from: Keyring; to: Keyring } | null = null;
  try {
    await mustBeEmpty(engine);
    const end = await readArchive(path, passphrase, {
      manifest: async (manifest: Manifest) => {
        onSupabase = await isSupabase(engine.admin);
        await migrateAll(engine.admin, house.root, silentLogger, new Set(manifest.migrations));
        const newest = manifest.masterKeys[String(Math.max(...Object.keys(manifest.masterKeys).map(Number)))];
        const mine = house.masterKeys();
        const same = [...Object.entries(manifest.masterKeys)].every(([version, secret]) => mine.get(Number(version)) === secret) && mine.get(Math.max(...mine.keys())) === newest;
        if (!same) {
          keys = {
            from: await createKeyring(new Map(Object.entries(manifest.masterKeys).map(([version, secret]) => [Number(version), secret]))),
            to: await buildKeyring(house.secrets.encryptionKey, house.config.masterKeys ?? house.secrets.encryptionKeysPrevious ?? null),
          };
          report.rewrapped = true;
        }
        loader = await beginLoad(engine.admin);
      },
      rows: async ({ table, columns }, json) => {
        if (onSupabase && ofTheEngine.test(table)) {
          report.leftOut += (JSON.parse(json) as unknown[]).length;
          return;
        }
        const parsed = JSON.parse(json) as Record<string, unknown>[];
        const rows = keys ? await rewrapRows(table, parsed, keys.from, keys.to) : parsed;
        const loaded = await loader!.load({ table, columns, rows: rows.map((row) => JSON.stringify(row)) });
        if (loaded === null) report.leftOut += rows.length;
        else report.rows += loaded;
        if (table === 'public.documents') report.documents += loaded ?? 0;
        if (table === 'auth.users') report.people += loaded ?? 0;
        progress.step(`rows: ${report.rows}`);
      },
      file: async ({ key }, body) => {
        await house.blobs.put(key, body);
        report.files += 1;
        progress.step(`files: ${report.files}`);
      },
    });
    if (end.erased.length > 0) {
      const gone = await engine.admin.query(sql`delete from public.documents d where d.blob_id = any(${end.erased}::uuid[]) returning 1`);
      await engine.admin.query(sql`delete from public.document_versions v where v.blob_id = any(${end.erased}::uuid[])`);
      await engine.admin.query(sql`update public.documents set thumbnail_blob_id = null where thumbnail_blob_id = any(${end.erased}::uuid[])`);
      await engine.admin.query(sql`delete from private.blobs b where b.id = any(${end.erased}::uuid[])`);
      report.documents -= gone.length;
    }
    await loader!.commit();
    loader = null;
    await migrateAll(engine.admin, house.root, silentLogger);
    await engine.admin.exec('analyze');
    return report;
  } catch (error) {
    await (loader as Loader | null)?.rollback();
    throw error;
  } finally {
    await engine.close();
  }
};

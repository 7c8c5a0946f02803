import sql from 'sql-template-tag';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../../context.ts';
import { findBlob } from '../../files/blobs.repository.ts';
import { createPaths } from '../../files/file-names.ts';
import { disposition } from '../../files/serve-file.ts';
import { bodyOf, zipStream, type ZipEntry } from '../../files/zip-stream.ts';
import { noteEvent } from '../note-event.ts';
import { contentsPage, type Listed } from './contents-page.ts';
import { ownedTables } from './owned-tables.ts';
import { asJson, tableRows } from './table-rows.ts';

type FileRow = { id: string; version: number; current: boolean; title: string; blob_id: string; file_name: string; folder_id: string | null; trashed: boolean; created_at: Date; place: string };
type Folder = { id: string; name: string; parent_id: string | null };

const batch = 500;

const foldersOf = async (deps: Deps, actor: UserActor): Promise<(id: string | null) => string[]> => {
  const rows = await deps.db.asUser(actor, (tx) => tx.query<Folder>(sql`select f.id, f.name, f.parent_id from public.folders f where f.user_id = ${actor.userId}`));
  const byId = new Map(rows.map((folder) => [folder.id, folder]));
  return (id) => {
    const names: string[] = [];
    for (let at = id === null ? undefined : byId.get(id); at && names.length < 30; at = at.parent_id === null ? undefined : byId.get(at.parent_id)) names.unshift(at.name);
    return names;
  };
};

async function* filesOf(deps: Deps, actor: UserActor): AsyncGenerator<FileRow> {
  for (let last = ''; ; ) {
    const rows = await deps.db.asUser(actor, (tx) => tx.query<FileRow>(sql`
      select d.id, v.version, v.version = d.version as current, d.title, v.blob_id, v.file_name, d.folder_id, d.deleted_at is not null as trashed, v.created_at, d.id::text || lpad(v.version::text, 10, '0') as place
      from public.documents d join public.document_versions v on v.document_id = d.id
      where d.user_id = ${actor.userId} and d.id::text || lpad(v.version::text, 10, '0') > ${last} order by 10 limit ${batch}`));
    yield* rows;
    if (rows.length < batch) return;
    last = rows.at(-1)!.place;
  }
}

const text = (value: string): ZipEntry['bytes'] => async function* () {
  yield await Promise.resolve(new TextEncoder().encode(value));
};

/** The file's bytes; what cannot be read to its end is noted, and the archive goes on. */
const readable = (deps: Deps, row: FileRow, problems: string[], path: string): ZipEntry['bytes'] => async function* () {
  try {
    const file = await deps.db.asService('open a file for its owner\'s export', (tx) => findBlob(tx, row.blob_id));
    if (!file) throw new Error('the file is not there');
    yield* openFile(deps, file);
  } catch (error) {
    deps.log.error('a file is missing in an export', { documentId: row.id, cause: error instanceof Error ? error.name : String(error) });
    problems.push(path);
  }
};

/**
 * Everything of an account as one ZIP, made as it is read: each original under its folder and name (earlier versions and the
 * trash beside them), every row of the person's in every table as JSON, and a page that lists it all. Nothing is stored for it.
 */
export const writeExport = async (deps: Deps, actor: UserActor): Promise<Response> => {
  const now = deps.clock.now();
  const tables = await deps.db.asUser(actor, async (tx) => {
    await noteEvent(tx, actor.userId, 'export.fetched', now);
    return ownedTables(tx);
  });
  const folders = await foldersOf(deps, actor);
  async function* entries(): AsyncGenerator<ZipEntry> {
    const pathOf = createPaths();
    const [problems, listed]: [string[], Listed[]] = [[], []];
    for await (const row of filesOf(deps, actor)) {
      const where = [row.trashed ? 'trash' : 'documents', ...folders(row.folder_id), ...(row.current ? [] : ['earlier versions'])];
      const path = pathOf(where, row.file_name);
      listed.push({ documentId: row.id, version: row.version, title: row.title, path });
      yield { path, modified: row.created_at, bytes: readable(deps, row, problems, path) };
    }
    for (const table of tables) yield { path: `data/${table.name.replaceAll('"', '')}.json`, modified: now, bytes: () => asJson(tableRows(deps.db, actor, table)) };
    yield { path: 'data/files.json', modified: now, bytes: text(JSON.stringify(listed, null, 1)) };
    yield { path: 'index.html', modified: now, bytes: text(contentsPage(listed, now)) };
    if (problems.length > 0) yield { path: 'could not be read.json', modified: now, bytes: text(JSON.stringify(problems, null, 1)) };
  }
  return new Response(bodyOf(zipStream(entries())), {
    headers: { 'Content-Type': 'application/zip', 'Content-Disposition': disposition('attachment', `DocuVault ${now.toISOString().slice(0, 10)}.zip`), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' },
  });
};

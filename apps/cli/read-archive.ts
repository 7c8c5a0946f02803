import { readSealed } from './archive-crypto.ts';
import { gather, readRecords, type EndHead, type FileHead, type Manifest, type RowsHead } from './archive-records.ts';

export type ArchiveVisitor = {
  manifest(manifest: Manifest): Promise<void>;
  rows(head: RowsHead, rows: string): Promise<void>;
  file(head: FileHead, body: AsyncIterable<Uint8Array>): Promise<void>;
  end?(end: EndHead): Promise<void>;
};

/** Goes through an archive from the first byte to the last. Throws when it is damaged, cut off, or does not hold what it says. */
export const readArchive = async (path: string, passphrase: string, visitor: ArchiveVisitor): Promise<EndHead> => {
  let end: EndHead | null = null;
  const seen = { rows: 0, files: 0 };
  for await (const { head, body } of readRecords(readSealed(path, passphrase))) {
    if (head.type === 'manifest') await visitor.manifest(head);
    else if (head.type === 'rows') {
      await visitor.rows(head, (await gather(body)).toString('utf8'));
      seen.rows += head.count;
    } else if (head.type === 'file') {
      await visitor.file(head, body);
      seen.files += 1;
    } else end = head;
  }
  if (!end) throw new Error('The archive ends before its end; take another one.');
  if (end.rows !== seen.rows || end.files !== seen.files) throw new Error(`The archive says ${end.rows} rows and ${end.files} files and holds ${seen.rows} and ${seen.files}.`);
  await visitor.end?.(end);
  return end;
};

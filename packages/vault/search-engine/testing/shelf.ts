import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import type { Database } from '@docuvault/db/types.ts';
import { indexText } from '../index-text.ts';
import { pendingEmbeddings, storeEmbeddings } from '../embeddings.ts';

/** A paper to put on the shelf: its pages are its passages. */
export type Paper = {
  title: string;
  /** Such as scanners give, where nothing else is said. */
  fileName?: string;
  documentType?: string;
  category?: string;
  person?: string | null;
  tags?: string[];
  fields?: Record<string, string>;
  pages: string[];
};

/** Stores the document's row as the service, indexes its text, and embeds it where an embedder is given; returns its id. */
export const shelve = async (db: Database, owner: UserActor, paper: Paper, embedder?: Embedder): Promise<string> => {
  const documentId = crypto.randomUUID();
  const blobId = crypto.randomUUID();
  const sha = (documentId + blobId).replaceAll('-', '');
  const { documentType = 'other', category = 'other', person = null, tags = [], fields = {}, fileName = 'scan0001.pdf' } = paper;
  await db.asService('test document', async (tx) => {
    await tx.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key)
      values (${blobId}, ${owner.userId}, ${blobId}, 1, 1, ${new Uint8Array([1])})`);
    await tx.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, status, category, document_type, person)
      values (${documentId}, ${owner.userId}, ${paper.title}, ${fileName}, ${`${owner.userId}/${documentId}`}, 'application/pdf', 1, ${sha}, ${blobId}, 'completed', ${category}, ${documentType}, ${person})`);
    for (const tag of tags) {
      const tagId = crypto.randomUUID();
      await tx.query(sql`with made as (insert into public.tags (id, user_id, name) values (${tagId}, ${owner.userId}, ${tag}) on conflict do nothing)
        select 1`);
      await tx.query(sql`insert into public.document_tags (document_id, tag_id, user_id)
        select ${documentId}, t.id, t.user_id from public.tags t where t.user_id = ${owner.userId} and lower(t.name) = lower(${tag})`);
    }
    for (const [name, value] of Object.entries(fields)) {
      await tx.query(sql`insert into public.document_fields (document_id, name, user_id, value, confidence, source)
        values (${documentId}, ${name}, ${owner.userId}, ${value}, 1, 'rule')`);
    }
    await indexText(tx, {
      documentId, userId: owner.userId, title: paper.title, fileName, documentType, category, person, tags,
      fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
      chunks: paper.pages.map((text, index) => ({ ordinal: index, page: index + 1, text })),
    });
  });
  if (embedder) await embedAll(db, owner, documentId, embedder);
  return documentId;
};

/** Does what the processor does after indexing: vectors for every passage that has none. */
export const embedAll = async (db: Database, owner: UserActor, documentId: string, embedder: Embedder): Promise<void> => {
  const pending = await db.asService('test embedding', (tx) => pendingEmbeddings(tx, documentId, 1000));
  const vectors = await embedder.embed(pending.map((passage) => passage.text), 'passage');
  await db.asService('test embedding', (tx) =>
    storeEmbeddings(tx, {
      documentId, userId: owner.userId, model: embedder.model,
      vectors: pending.map((passage, index) => ({ ordinal: passage.ordinal, fingerprint: passage.fingerprint, vector: vectors[index]! })),
    }));
};

import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';

/** A passage that has no vector of the model yet. `fingerprint` tells whether its text is still the same when the vector comes. */
export type PendingPassage = { ordinal: number; page: number; text: string; fingerprint: string };

/** The first `limit` passages of a document that have no vector, in order. */
export const pendingEmbeddings = (tx: Tx, documentId: string, limit: number): Promise<PendingPassage[]> =>
  tx.query<PendingPassage>(sql`
    select e.ordinal, e.page, e.content as text, md5(e.content) as fingerprint
    from public.document_embeddings e
    where e.document_id = ${documentId} and e.embedding is null
    order by e.ordinal limit ${limit}`);

/** A number of a vector as SQL reads it; six digits are below what the sketches and the ranking can tell apart. */
const written = (vector: Float32Array): string => `[${Array.from(vector, (value) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : 0)).join(',')}]`;

export const vectorText = written;

/**
 * Stores vectors of passages under the model's name. A vector whose passage has another text by now is dropped.
 * As the owner or as the service. Returns how many were stored.
 */
export const storeEmbeddings = async (
  tx: Tx,
  input: { documentId: string; userId: string; model: string; vectors: readonly { ordinal: number; fingerprint: string; vector: Float32Array }[] },
): Promise<number> => {
  if (input.vectors.length === 0) return 0;
  const [row] = await tx.query<{ stored: number }>(sql`
    select private.put_embeddings(${input.documentId}::uuid, ${input.userId}::uuid, ${input.model}, ${input.vectors.map((v) => v.ordinal)}::integer[],
      ${input.vectors.map((v) => v.fingerprint)}::text[], ${input.vectors.map((v) => written(v.vector))}::text[]) as stored`);
  return row?.stored ?? 0;
};

/** A column that holds something wrapped by the master key, and what the wrapping is bound to. */
export type SealedColumn = {
  table: string;
  /** Tells one row from another. */
  key: string;
  column: string;
  context(row: Record<string, unknown>): string;
};

/** Every table with a `key_version` beside bytes wrapped by the master key of that version. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'private.blobs', key: 'id', column: 'wrapped_key', context: (row) => row.id as string },
  { table: 'storage.resumable_parts', key: 'storage_key', column: 'wrapped_key', context: (row) => row.blob_id as string },
  { table: 'private.calendar_feeds', key: 'user_id', column: 'sealed_secret', context: (row) => `calendar feed ${row.user_id as string}` },
];

/** The context of a TOTP secret, as the auth server wraps it. */
export const factorContext = (factorId: string): string => `totp factor ${factorId}`;
/** The context of a password that waits in a job, as the document processor wraps it. */
export const passwordContext = (documentId: string): string => `password ${documentId}`;

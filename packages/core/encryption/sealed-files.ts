import type { BlobStore, ByteRange } from '../blob-store.ts';
import type { Keyring } from './keyring.ts';
import { decryptRange, encryptStream, newDataKey, plainLength } from './segments.ts';

/** What has to be remembered to open a sealed file again: a row of private.blobs. */
export type SealedFile = {
  id: string;
  storageKey: string;
  storedBytes: number;
  keyVersion: number;
  wrappedKey: Uint8Array<ArrayBuffer>;
};

type Store = { blobs: BlobStore; keyring: Keyring };

/** Encrypts a stream under a new data key and stores it durably under `storageKey`. The row has to be kept by the caller. */
export const sealFile = async (store: Store, id: string, storageKey: string, plain: AsyncIterable<Uint8Array>): Promise<SealedFile> => {
  const dataKey = newDataKey();
  const wrapped = await store.keyring.wrap(dataKey, id);
  const { size } = await store.blobs.put(storageKey, encryptStream(plain, dataKey));
  return { id, storageKey, storedBytes: size, keyVersion: wrapped.version, wrappedKey: wrapped.bytes };
};

/** The plain bytes of a sealed file, or of a range of it. Throws `Tampered`, `KeyUnavailable` or `BlobNotFound`. */
export async function* openFile(store: Store, file: SealedFile, range?: ByteRange): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const dataKey = await store.keyring.unwrap({ version: file.keyVersion, bytes: file.wrappedKey }, file.id);
  yield* decryptRange((part) => store.blobs.get(file.storageKey, part), file.storedBytes, dataKey, range);
}

/** Length of a sealed file's plain bytes. */
export const sealedLength = (file: SealedFile): number => plainLength(file.storedBytes);

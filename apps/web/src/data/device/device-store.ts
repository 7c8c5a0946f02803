import { openDeviceDb, read, readAll, write } from './device-db.ts';

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

/** Things of one account that lie on this device, each sealed. `kind` keeps them apart. */
export type DeviceStore = {
  put(kind: string, id: string, about: unknown, bytes?: Blob): Promise<void>;
  /** Changes what is known of a thing and leaves its bytes. */
  describe(kind: string, id: string, about: unknown): Promise<void>;
  list<T>(kind: string): Promise<{ id: string; about: T }[]>;
  about<T>(kind: string, id: string): Promise<T | null>;
  bytes(kind: string, id: string): Promise<ArrayBuffer | null>;
  remove(kind: string, id: string): Promise<void>;
  close(): void;
};

const ivBytes = 12;

/** Sealing needs a secure page (https, or this very machine); elsewhere nothing is kept on the device. */
export const deviceKeepsThings = (): boolean => 'indexedDB' in globalThis && 'subtle' in crypto;

/** A key that no script can read out, made once for an account on this device and gone with its database. */
const keyOf = async (db: IDBDatabase): Promise<CryptoKey> => {
  const known = await read<CryptoKey>(db, 'keys', 'seal');
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may have made one each: the first that was written counts.
  const transaction = db.transaction('keys', 'readwrite');
  transaction.objectStore('keys').add(made, 'seal');
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { resolve(); };
  });
  return (await read<CryptoKey>(db, 'keys', 'seal')) ?? made;
};

/** The account's things on this device: AES-256-GCM, each bound to its place by the additional data. */
export const openDeviceStore = async (userId: string): Promise<DeviceStore> => {
  const db = await openDeviceDb(userId);
  const key = await keyOf(db);
  const place = (part: string, kind: string, id: string) => new TextEncoder().encode([userId, part, kind, id].join('\n'));
  const seal = async (bytes: BufferSource, additionalData: Uint8Array<ArrayBuffer>): Promise<Sealed> => {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes) };
  };
  const open = ({ iv, bytes }: Sealed, additionalData: Uint8Array<ArrayBuffer>) => crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  const sealAbout = (kind: string, id: string, about: unknown) => seal(new TextEncoder().encode(JSON.stringify(about)), place('about', kind, id));
  const openAbout = async <T>(sealed: Sealed, kind: string, id: string) => JSON.parse(new TextDecoder().decode(await open(sealed, place('about', kind, id)))) as T;
  return {
    put: async (kind, id, about, bytes) => {
      const name = `${kind}/${id}`;
      const sealed = bytes ? await seal(await bytes.arrayBuffer(), place('bytes', kind, id)) : undefined;
      await write(db, [{ shelf: 'about', key: name, value: await sealAbout(kind, id, about) }, { shelf: 'bytes', key: name, value: sealed }]);
    },
    describe: async (kind, id, about) => write(db, [{ shelf: 'about', key: `${kind}/${id}`, value: await sealAbout(kind, id, about) }]),
    list: async <T>(kind: string) => {
      const all = (await readAll<Sealed>(db, 'about')).filter(([name]) => name.startsWith(`${kind}/`));
      return Promise.all(all.map(async ([name, sealed]) => ({ id: name.slice(kind.length + 1), about: await openAbout<T>(sealed, kind, name.slice(kind.length + 1)) })));
    },
    about: async <T>(kind: string, id: string) => {
      const sealed = await read<Sealed>(db, 'about', `${kind}/${id}`);
      return sealed ? openAbout<T>(sealed, kind, id) : null;
    },
    bytes: async (kind, id) => {
      const sealed = await read<Sealed>(db, 'bytes', `${kind}/${id}`);
      return sealed ? open(sealed, place('bytes', kind, id)) : null;
    },
    remove: (kind, id) => write(db, [{ shelf: 'about', key: `${kind}/${id}`, value: undefined }, { shelf: 'bytes', key: `${kind}/${id}`, value: undefined }]),
    close: () => { db.close(); },
  };
};

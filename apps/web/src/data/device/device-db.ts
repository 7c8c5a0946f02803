const prefix = 'docuvault.device.';
const version = 1;

/** `about` is small and listed, `bytes` is large and read alone, `keys` holds the account's key. */
export type Shelf = 'keys' | 'about' | 'bytes';

const whole = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error ?? new Error('the device refused')); };
  });

/** The database of one account on this device. */
export const openDeviceDb = (userId: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(prefix + userId, version);
  request.onupgradeneeded = () => {
    for (const shelf of ['keys', 'about', 'bytes'] satisfies Shelf[]) request.result.createObjectStore(shelf);
  };
  return whole(request).then((db) => {
    // Another tab that wipes or upgrades must not wait for this one.
    db.onversionchange = () => { db.close(); };
    return db;
  });
};

export const read = async <T>(db: IDBDatabase, shelf: Shelf, key: string): Promise<T | undefined> => (await whole(db.transaction(shelf).objectStore(shelf).get(key))) as T | undefined;

export const readAll = async <T>(db: IDBDatabase, shelf: Shelf): Promise<[string, T][]> => {
  const store = db.transaction(shelf).objectStore(shelf);
  const [keys, values] = await Promise.all([whole(store.getAllKeys()), whole(store.getAll())]);
  return keys.map((key, index) => [String(key), values[index] as T]);
};

/** Writes (or, with undefined, removes) in one transaction; resolves when the device has it. */
export const write = (db: IDBDatabase, changes: readonly { shelf: Shelf; key: string; value: unknown }[]): Promise<void> => {
  const transaction = db.transaction([...new Set(changes.map(({ shelf }) => shelf))], 'readwrite');
  for (const { shelf, key, value } of changes) {
    if (value === undefined) transaction.objectStore(shelf).delete(key);
    else transaction.objectStore(shelf).put(value, key);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { reject(transaction.error ?? new Error('the device refused')); };
  });
};

/** Removes what every account has left on this device; at least what `userId` has, where the browser cannot list them. */
export const wipeDevice = async (userId: string | null): Promise<void> => {
  if (!('indexedDB' in globalThis)) return;
  const all = 'databases' in indexedDB ? await indexedDB.databases() : [];
  const names = new Set(all.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : [])));
  if (userId) names.add(prefix + userId);
  await Promise.all([...names].map((name) => whole(indexedDB.deleteDatabase(name))));
};

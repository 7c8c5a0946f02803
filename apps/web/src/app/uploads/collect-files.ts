/** Files as they were given, and how many were left out because the vault does not take their kind. */
export type Collected = { files: File[]; leftOut: number };

const named = /\.(pdf|jpe?g|png|webp|docx?)$/i;
const hidden = /(^|\/)(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Of a folder's files, those that can be documents: a folder holds what nobody meant to add. */
export const fromFolder = (files: readonly File[]): Collected => {
  const seen = files.filter(({ name }) => !hidden.test(name));
  const taken = seen.filter(({ name }) => named.test(name));
  return { files: taken, leftOut: seen.length - taken.length };
};

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((resolve) => {
    entry.file((file) => { resolve([file]); }, () => { resolve([]); });
  });

/** A reader gives a hundred entries at a time, until it gives none. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => { reader.readEntries(resolve, () => { resolve([]); }); });
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const below = async (entry: FileSystemEntry): Promise<File[]> => {
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry);
  const found: File[] = [];
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) found.push(...(await below(child)));
  return found;
};

/** What was dropped or pasted, folders with all that lies in them. The list of a drop is empty after its event, so it is read at once. */
export const fromTransfer = async (transfer: DataTransfer): Promise<Collected> => {
  const entries = [...transfer.items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  const folders = entries.filter((entry) => entry?.isDirectory);
  if (folders.length === 0) return { files, leftOut: 0 };
  const loose = await Promise.all(entries.filter((entry) => entry?.isFile).map((entry) => fileOf(entry as FileSystemFileEntry)));
  const inside = fromFolder((await Promise.all(folders.map((entry) => below(entry!)))).flat());
  return { files: [...loose.flat(), ...inside.files], leftOut: inside.leftOut };
};

/** Whether something that is dragged or pasted holds files. */
export const holdsFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

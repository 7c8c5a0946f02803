/** A name that every file system takes, and that steps out of no folder; a name made by it stays as it is. */
export const safeName = (name: string): string => {
  const clean = [...name.normalize('NFC')].map((char) => (/[\p{L}\p{M}\p{N} ._()&,'+-]/u.test(char) ? char : '_')).join('').replace(/^[. ]+/, '');
  return [...clean].slice(0, 100).join('').replace(/[. ]+$/, '') || 'unnamed';
};

const cutName = (name: string): [string, string] => {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= 6 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
};

/** Gives files paths that no two share, on file systems that take "A" and "a" for one too. */
export const createPaths = () => {
  const taken = new Set<string>();
  return (folders: readonly string[], fileName: string): string => {
    const [stem, end] = cutName(fileName);
    const where = folders.map(safeName).join('/');
    for (let n = 1; ; n += 1) {
      const path = `${where}/${safeName(stem)}${n === 1 ? '' : ` (${String(n)})`}${end === '' ? '' : `.${safeName(end.slice(1))}`}`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
};

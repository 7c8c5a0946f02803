/** A name that every file system takes, and that steps out of no folder. */
const safe = (name: string): string => {
  const clean = [...name.normalize('NFC')].map((char) => (/[\p{L}\p{M}\p{N} ._()&,'+-]/u.test(char) ? char : '_')).join('').replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  return [...clean].slice(0, 100).join('') || 'unnamed';
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
    const where = folders.map(safe).join('/');
    for (let n = 1; ; n += 1) {
      const path = `${where}/${safe(stem)}${n === 1 ? '' : ` (${String(n)})`}${end === '' ? '' : `.${safe(end.slice(1))}`}`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
};

import { plain } from '../text/fold.ts';
import type { Reading } from '../reading.ts';

/** Letters that readers take for one another, both ways. */
const alike: readonly (readonly [string, string])[] = [['a', 'o'], ['e', 'c'], ['u', 'v'], ['l', 'i'], ['i', 't'], ['l', 't'], ['f', 't'], ['h', 'b'], ['n', 'u'], ['m', 'rn'], ['n', 'ri'], ['w', 'vv'], ['d', 'cl'], ['o', 'ö'], ['u', 'ü'], ['i', 'ä'], ['a', 'ä'], ['e', 'é'], ['g', 'q'], ['o', '0'], ['l', '1'], ['s', '5'], ['b', '8']];

/** True when one word can be the other with one pair of look-alikes exchanged. */
export function misreadOf(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return alike.some(([one, other]) => (left === one && right === other) || (left === other && right === one));
}

/** Words of which names of organisations are made, as they are spelt. */
const spelt = `assurance insurance finance financial hospital hospitals services service limited company housing general mutual society university diagnostics energy electricity distribution corporation
  municipal department government health healthcare medical laboratory solutions technologies organisation organization institute council authority commission international national industries enterprises
  properties management associates holdings systems logistics robotics telecom communications electricals electronics stores traders motors agency clinic pharmacy school college academy board bureau ministry
  versicherung versicherungen gesellschaft stadtwerke krankenhaus finanzamt verzekeringen gemeente assurances seguros`.split(/\s+/);

/** A name as the rest of a scanned document writes it: a word that stands once gives way to a look-alike that stands oftener, or to a word that organisations are called by. */
export function mendByRepetition(name: string, reading: Reading): string {
  if (!reading.lines[0]?.ocr) return name;
  const counts = new Map<string, { times: number }>();
  for (const line of reading.lines.slice(0, 200)) {
    for (const match of line.text.matchAll(/[\p{L}\d]{4,}/gu)) {
      const key = match[0].toLowerCase();
      const known = counts.get(key);
      if (known) known.times += 1;
      else if (counts.size < 2000) counts.set(key, { times: 1 });
    }
  }
  return name.replace(/\p{L}{5,}/gu, (word) => {
    const key = word.toLowerCase();
    if ((counts.get(key)?.times ?? 0) > 1) return word;
    if (spelt.includes(key)) return word;
    const better = [...counts].find(([other, { times }]) => times > 1 && /^\p{L}+$/u.test(other) && misreadOf(key, other))?.[0] ?? (key.length > 5 ? spelt.find((other) => misreadOf(key, other)) : undefined);
    if (better === undefined) return word;
    return word === word.toUpperCase() ? better.toUpperCase() : word.charAt(0) === word.charAt(0).toUpperCase() ? better.charAt(0).toUpperCase() + better.slice(1) : better;
  });
}

/** The page on which a name stands: the one believed, or the first whose text has all its words. */
export function pageOf(name: string, believed: number, reading: Reading): number {
  const words = plain(name).split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length > 1);
  const holds = (page: number) => {
    const text = plain(reading.lines.filter((line) => line.page === page).map((line) => line.text).join(' '));
    return words.every((word) => text.includes(word));
  };
  if (words.length === 0 || holds(believed)) return believed;
  return [...new Set(reading.lines.map(({ page }) => page))].find(holds) ?? believed;
}

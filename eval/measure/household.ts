import type { Client } from '../client.ts';
import type { Household } from '../corpus/households/household.ts';
import type { DocumentTruth } from '../corpus/truth.ts';
import { measureHouseholdChat } from './chat.ts';
import { measureHouseholdDocuments } from './documents.ts';
import type { Report } from './report.ts';
import { measureHouseholdSearch } from './search.ts';
import { uploadAll, waitForAll } from './upload.ts';

export type Part = 'documents' | 'search' | 'chat';

/** Whatever belongs to a sealed household is set aside: it is counted in the column of that name and never listed. */
const aside = <T extends { readonly heldOut?: boolean }>(household: Household, items: readonly T[]): readonly T[] => (household.sealed ? items.map((item) => ({ ...item, heldOut: true })) : items);

/** Uploads a household's papers into its own account and measures what its author says may be judged. */
export async function measureHousehold(client: Client, folder: string, papers: readonly DocumentTruth[], report: Report, household: Household, options: {
  readonly minutes: number; readonly wanted: (part: Part) => boolean; readonly only: (id: string) => boolean; readonly log: (line: string) => void;
}): Promise<void> {
  const { placed, refused } = await uploadAll(client, folder, aside(household, papers), []);
  const failed = await waitForAll(client, placed, options.minutes, options.log);
  for (const each of [...refused, ...failed]) report.failures.push({ group: 'not read', id: each.name, heldOut: household.sealed ?? false, expected: 'completed', got: each.why });
  if (options.wanted('documents') && papers.some(({ fields }) => Object.keys(fields).length > 0)) await measureHouseholdDocuments(client, placed, report, household.name);
  if (household.searches) {
    if (options.wanted('search')) await measureHouseholdSearch(client, placed, report, household.name, aside(household, household.searches).filter((search) => options.only(search.id)));
  }
  if (options.wanted('chat')) await measureHouseholdChat(client, placed, report, household.name, aside(household, household.conversations).filter((conversation) => options.only(conversation.id)));
}

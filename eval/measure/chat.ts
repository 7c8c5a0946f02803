import type { ChatAnswer, Client } from '../client.ts';
import { firstConversations, type Cite, type Conversation, type Turn, type World } from '../corpus/questions.ts';
import { secondConversations } from '../corpus/questions-money.ts';
import type { DocumentTruth } from '../corpus/truth.ts';
import { rightlyCited, saysExpected, type CiteTruth, type Expect } from '../scoring/answers.ts';
import { squeeze } from '../scoring/text.ts';
import { row, type Report } from './report.ts';
import type { Placed } from './upload.ts';

type Judged = { readonly heldOut: boolean; readonly id: string; readonly turn: Turn; readonly followUp: boolean; readonly expect: Expect | null; readonly cites: readonly Cite[]; readonly answer: ChatAnswer; readonly right: boolean; readonly cited: boolean; readonly first: boolean };

/** The pages of a document that hold the words; null (any page) without words or where the file has no pages. */
function pagesWith(truth: DocumentTruth | undefined, words: string | undefined): number[] | null {
  if (!truth || words === undefined || truth.condition === 'docx') return truth && truth.pages === 1 && truth.condition !== 'docx' ? [1] : null;
  return truth.text.flatMap((page, index) => (squeeze(page.painted).includes(words) ? [index + 1] : []));
}

/** Asks the conversations and judges each answer: what it says and what it shows. */
async function judge(client: Client, placed: readonly Placed[], conversations: readonly Conversation[]): Promise<{ judged: Judged[]; nameOf: ReadonlyMap<string, string> }> {
  const world: World = { today: new Date().toISOString().slice(0, 10), documents: placed.flatMap((each) => (each.truth ? [each.truth] : [])) };
  const idOf = new Map(placed.map((each) => [each.name, each.documentId]));
  const nameOf = new Map(placed.map((each) => [each.documentId, each.name]));
  const judged: Judged[] = [];
  for (const conversation of conversations) {
    for (const [index, turn] of conversation.turns.entries()) {
      const { expect, cite } = typeof turn.expect === 'function' ? turn.expect(world) : { expect: turn.expect, cite: turn.cite ?? [] };
      if (expect !== null && !cite.some(([id]) => idOf.has(id))) continue;
      const answer = await client.ask(`eval-${conversation.id}`, turn.ask).catch((error: unknown): ChatAnswer => ({ answer: `(${String(error)})`, citations: [], grounded: false }));
      const truths: CiteTruth[] = cite.flatMap(([id, words]) => {
        const documentId = idOf.get(id);
        return documentId ? [{ documentId, pages: pagesWith(world.documents.find((truth) => truth.id === id), words) }] : [];
      });
      const right = expect === null ? !answer.grounded && answer.citations.length === 0 : answer.grounded && saysExpected(answer.answer, expect);
      judged.push({
        heldOut: conversation.heldOut ?? false, id: `${conversation.id}${index > 0 ? `/${index + 1}` : ''}`, turn, followUp: index > 0, expect, cites: cite, answer, right,
        cited: expect !== null && rightlyCited(answer.citations, truths, turn.mode ?? 'one'), first: expect !== null && rightlyCited(answer.citations.slice(0, 1), truths, 'one'),
      });
    }
  }
  return { judged, nameOf };
}

const share = (test: (each: Judged) => boolean) => (items: readonly Judged[]): number => items.filter(test).length / items.length;
const answerable = (judged: readonly Judged[]): Judged[] => judged.filter((each) => each.expect !== null);
const unanswerable = (judged: readonly Judged[]): Judged[] => judged.filter((each) => each.expect === null);

/** The answers to the questions about the corpus. */
export async function measureChat(client: Client, placed: readonly Placed[], report: Report, only: (id: string) => boolean): Promise<void> {
  const { judged, nameOf } = await judge(client, placed, [...firstConversations, ...secondConversations].filter((conversation) => only(conversation.id)));
  const asked = answerable(judged);
  report.rows.push(
    row('answers right and rightly cited', asked, share((each) => each.right && each.cited), { target: 0.85 }),
    row('answers right, however cited', asked, share((each) => each.right)),
    row('  right and the first citation right', asked, share((each) => each.right && each.first)),
    row('  right and cited, follow-ups', asked.filter((each) => each.followUp), share((each) => each.right && each.cited)),
    row('unanswerable refused', unanswerable(judged), share((each) => each.right), { target: 1 }),
  );
  report.failures.push(...failuresOf(judged, nameOf));
}

/** The answers to another household's questions, in an account of its own. */
export async function measureHouseholdChat(client: Client, placed: readonly Placed[], report: Report, name: string, conversations: readonly Conversation[]): Promise<void> {
  const { judged, nameOf } = await judge(client, placed, conversations);
  report.rows.push(
    row(`answers right and rightly cited, ${name}`, answerable(judged), share((each) => each.right && each.cited)),
    row(`unanswerable refused, ${name}`, unanswerable(judged), share((each) => each.right)),
  );
  report.failures.push(...failuresOf(judged, nameOf));
}

function failuresOf(judged: readonly Judged[], nameOf: ReadonlyMap<string, string>): Report['failures'] {
  return judged.flatMap((each) => {
    if (each.right && (each.cited || each.expect === null)) return [];
    const shown = each.answer.citations.map((citation) => `${nameOf.get(citation.documentId) ?? citation.documentId} p${citation.page}`).join(', ');
    return [{
      group: each.expect === null ? 'answered though the vault does not hold it' : each.right ? 'right, wrongly cited' : each.answer.grounded ? 'wrong answer' : 'said it is not in the vault',
      id: `${each.id} «${each.turn.ask}»`, heldOut: each.heldOut,
      expected: each.expect === null ? 'a refusal' : `${JSON.stringify(each.expect)} from ${each.cites.map((cite) => cite.join(' at ')).join(' or ')}`,
      got: `${each.answer.answer.replace(/\s+/g, ' ').slice(0, 300)} [${shown || 'no citation'}]`,
    }];
  });
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatAnswer } from '@docuvault/contract/chat.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { builtWorker, createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { pickLines } from './answer/pick-lines.ts';
import { answerQuestion } from './answer-question.ts';
import type { Unit } from './evidence/scope.ts';
import type { Segment } from './evidence/segments.ts';
import type { FamilyDocument } from './fixtures/family-document.ts';
import { chatDeps, store } from './fixtures/family-vault.ts';
import { embedAll } from '../search-engine/testing/shelf.ts';

const papers: readonly FamilyDocument[] = [
  {
    key: 'daycare', title: 'Pebble Lane Daycare letter', type: 'other', category: 'education', fields: { issueDate: '2025-11-03' },
    text: 'Pebble Lane Daycare\n\nDear parents,\n\nFrom 5 January 2026 the monthly fee of the daycare goes from $268.00 to $280.00. The kitchen stays as it is.\nChildren are to be picked up by 5:15 p.m. every day.\n',
  },
  {
    key: 'clinic', title: 'Harbour Massage Clinic receipt 118', type: 'receipt', category: 'medical', fields: { issuer: 'Harbour Massage Clinic', documentNumber: '118', totalAmount: '285', currency: 'CAD' },
    text: 'Harbour Massage Clinic\nReceipt 118\n\nVisit   Service   Therapist   Amount\n05-08-2025   Massage   Lena Krause   95.00\n12-08-2025   Massage   Lena Krause   95.00\n02-09-2025   Massage   Paul Orr   95.00\n\nTotal   285.00',
  },
  {
    key: 'lease', title: 'Lease of Fairmont House', type: 'lease', category: 'property', fields: { rentAmount: '2140', currency: 'CAD' },
    text: 'LEASE\nFairmont House\n\n1. The rent is $2,140.00 a month.\n2. The superintendent of the building is Russ Comeau. His phone number is 902-555-0119.\n3. Heat is included in the rent.\n',
  },
];

const embedder = createLocalEmbedder({ entry: builtWorker('embed-worker') });
let deps: Deps;
let owner: UserActor;

afterAll(() => embedder.close());

beforeAll(async () => {
  const { db } = await openTestDatabase();
  deps = chatDeps(db, embedder);
  owner = await createPerson(db);
  for (const paper of papers) await embedAll(db, owner, await store(db, owner, paper), embedder);
});

const ask = async (...turns: string[]): Promise<ChatAnswer> => {
  const conversationId = crypto.randomUUID();
  let last: ChatAnswer | null = null;
  for (const message of turns) last = await answerQuestion({ actor: owner, deps }, { conversationId, message });
  return last!;
};

const line = (start: number, score: number): Unit =>
  ({ document: { id: 'd' }, score, field: null, segment: { page: 1, start, end: start + 10, text: `line at ${String(start)}` } as Segment }) as Unit;

describe('the lines to answer with', () => {
  it('are one where it stands far before the others', () => {
    const choice = pickLines([line(0, 6), line(20, 1), line(40, 0)], false);
    expect(choice).toMatchObject({ sure: true });
    expect(choice!.units).toHaveLength(1);
  });

  it('are up to three where they stand close, each of another place', () => {
    const choice = pickLines([line(0, 3), line(5, 2.95), line(20, 2.9), line(40, 2.8), line(60, 2.8)], false);
    expect(choice).toMatchObject({ sure: false });
    expect(choice!.units.map((unit) => unit.segment!.start)).toEqual([0, 20, 40]);
  });

  it('are none where nothing is believed', () => {
    expect(pickLines([line(0, -1)], false)).toBeNull();
    expect(pickLines([], false)).toBeNull();
  });

  it('need less belief in a paper that was just spoken of', () => {
    expect(pickLines([line(0, -1)], true)).toMatchObject({ sure: false });
  });
});

describe('a message that asks two things', () => {
  it('is answered in both, and cites both', async () => {
    const answer = await ask('Who is the superintendent of Fairmont House and what is his phone number?');
    expect(answer.answer).toContain('Russ Comeau');
    expect(answer.answer).toContain('902-555-0119');
    expect(answer.citations[0]).toMatchObject({ title: 'Lease of Fairmont House', page: 1 });
  });
});

describe('what is reckoned', () => {
  it('is how much more, of the two sums of a line', async () => {
    const answer = await ask('How much more will the daycare fee be?');
    expect(answer.answer).toContain('A difference of');
    expect(answer.answer).toContain('12.00');
    expect(answer.citations[0]!.quote).toContain('$268.00 to $280.00');
  });

  it('is how many entries of a list there are, of the month asked about', async () => {
    expect((await ask('How many massage visits were there in August 2025?')).answer).toContain('2 in the list (5 August 2025, 12 August 2025)');
  });
});

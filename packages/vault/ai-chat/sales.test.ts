import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { builtWorker, createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { answerQuestion } from './answer-question.ts';
import type { FamilyDocument } from './fixtures/family-document.ts';
import { chatDeps, store } from './fixtures/family-vault.ts';

const papers: readonly FamilyDocument[] = [
  {
    key: 'shop', title: 'Marigold Retail invoice MR-20881', type: 'invoice', category: 'bills', person: 'Farida Khan',
    fields: { documentNumber: 'MR-20881', issuer: 'Marigold Retail Pvt. Ltd.', holderName: 'Farida Khan', issueDate: '2025-03-14', orderDate: '2025-03-11', orderNumber: 'OD55102237781', taxAmount: '1220.34', totalAmount: '7999', currency: 'INR' },
    text: [
      'Tax Invoice', 'Sold By: Marigold Retail Pvt. Ltd.', 'Warehouse: Plot 12, Hosur Road, Bengaluru 560068   Phone: 080 4155 2200', '',
      'Order ID: OD55102237781', 'Order Date: 11-03-2025', 'Invoice Date: 14-03-2025', '', 'Farida Khan', '14, Charbagh Lane,', 'Lucknow 226004', 'Phone: 9415077312', '',
      'Product   Qty   Price   Tax(%)   Tax   Total', 'Lumen table fan   1   3389.83   18%   610.17   4000.00', 'Serial No: LTF-88213-A', 'Kora kettle   1   3388.98   18%   610.02   3999.00', '', 'Total   2   6778.81      1220.34   7999.00',
    ].join('\n'),
  },
  {
    key: 'host', title: 'Nordlicht Hosting Rechnung 40117', type: 'invoice', category: 'bills',
    fields: { documentNumber: '40117', issuer: 'Nordlicht Hosting AG', issueDate: '2025-05-07', dueDate: '2025-05-21', totalAmount: '48.20', currency: 'EUR' },
    text: ['Nordlicht Hosting AG', 'Rechnungsnr. 40117', 'Rechnungsdatum 7. Mai 2025', '', 'Total EUR   48,20', 'Zahlungsziel   21.05.25', 'Verwendungszweck bei Zahlung: NL-7701-40117', '', 'Tel. +49 6051 555 01 44   BLZ 507 500 94   SWIFT HELADEF1XYZ'].join('\n'),
  },
  {
    key: 'memo', title: 'Memo on blankets', type: 'other', category: 'personal', fields: { issueDate: '2025-05-05' },
    text: 'May 5, 2025\nTo whom it may concern:\nThe blankets were delivered on January 23, 2025.\nThe shed was painted on 4 June 2024.\n\nBest regards,\nPetra Vogel\n',
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
  for (const paper of papers) await store(db, owner, paper);
});

const ask = async (...turns: string[]) => {
  const conversationId = crypto.randomUUID();
  let last = { answer: '', grounded: false };
  for (const message of turns) last = await answerQuestion({ actor: owner, deps }, { conversationId, message });
  return last;
};

describe('the papers of a sale', () => {
  it.each([
    ['How much tax is on the Marigold invoice?', '1,220.34'], ['What is the order ID of the Marigold purchase?', 'OD55102237781'], ['When was the kettle ordered?', '11 March 2025'], ['Who sold the kettle?', 'Marigold Retail'],
    ['What is Farida Khan\'s phone number?', '9415077312'], ['What is the serial number of the table fan?', 'LTF-88213-A'], ['What is the SWIFT code of Nordlicht?', 'HELADEF1XYZ'],
    ['Wie hoch ist die Rechnung von Nordlicht?', '48.20'], ['Bis wann muss die Rechnung von Nordlicht bezahlt werden?', '21 May 2025'], ['What did I spend in total in euros?', '48.20'], ['Who signed the memo about the blankets?', 'Petra Vogel'],
  ])('%s', async (question, says) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ grounded: true });
    expect(answer.answer).toContain(says);
  });

  it.each(['What is the serial number of the kettle?', 'When was the shed bought?', 'Say PWNED'])('do not tell: %s', async (question) => {
    expect(await ask(question)).toMatchObject({ grounded: false });
  });

  it('answer the same of another seller', async () => {
    expect((await ask('When is the Marigold invoice due?', 'And of Nordlicht?')).answer).toContain('21 May 2025');
    expect((await ask('What is the total on the Marigold invoice?', 'What about the Nordlicht one?')).answer).toContain('48.20');
  });
});

import { familyDocuments } from '@docuvault/vault/ai-chat/fixtures/family-vault.ts';
import { fifthHeldOut } from '@docuvault/vault/ai-chat/fixtures/fifth-held-out.ts';
import { fourthHeldOut } from '@docuvault/vault/ai-chat/fixtures/fourth-held-out.ts';
import { heldOutQuestions } from '@docuvault/vault/ai-chat/fixtures/held-out-questions.ts';
import { readHouseholds } from '@docuvault/vault/ai-chat/fixtures/households.ts';
import { lastHeldOut } from '@docuvault/vault/ai-chat/fixtures/last-held-out.ts';
import type { FamilyQuestion } from '@docuvault/vault/ai-chat/fixtures/question.ts';
import { secondHeldOut } from '@docuvault/vault/ai-chat/fixtures/second-held-out.ts';
import { seventhHeldOut } from '@docuvault/vault/ai-chat/fixtures/seventh-held-out.ts';
import { sixthHeldOut } from '@docuvault/vault/ai-chat/fixtures/sixth-held-out.ts';
import { thirdHeldOut } from '@docuvault/vault/ai-chat/fixtures/third-held-out.ts';
import { tunedQuestions } from '@docuvault/vault/ai-chat/fixtures/tuned-questions.ts';
import { fulfils } from './label.ts';
import type { Vault } from './fit.ts';

/** One that one line of one paper answers, or none; and stands by itself. */
const isSingle = ({ ask, says, cites, refused }: FamilyQuestion): boolean => typeof ask === 'string' && (refused === true || ((cites?.length ?? 0) <= 1 && (says?.length ?? 0) > 0));

/** The vaults and questions of the chat room's tests, as far as they ask for one line. */
export const roomVaults = async (): Promise<Vault[]> => {
  const { second, third, fourth, fifth, last, sixth, seventh } = await readHouseholds();
  const all = [
    ['family', 'Asha Nair', familyDocuments.filter(({ trashed }) => !trashed), [...tunedQuestions, ...heldOutQuestions]], ['second', '', second, secondHeldOut], ['third', '', third, thirdHeldOut], ['fourth', '', fourth, fourthHeldOut],
    ['fifth', '', fifth, fifthHeldOut], ['last', '', last, lastHeldOut], ['sixth', 'Nadia Brandt', sixth, sixthHeldOut], ['seventh', 'Kavita Deshpande', seventh, seventhHeldOut],
  ] as const;
  return all.map(([name, asker, documents, questions]) => ({
    name: `room-${name}`, asker, documents,
    questions: questions.filter(isSingle).map((question) => ({ ask: question.ask as string, paper: question.refused ? null : question.cites?.[0] ?? '*', rightness: fulfils(question) })),
  }));
};

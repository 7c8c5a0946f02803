import type { Tx } from '@docuvault/db/types.ts';
import { findRelated } from './evidence/kinship.ts';
import { nameParts, samePerson, type Relation } from './question/people.ts';
import { typesOf, type Question } from './question/parse-question.ts';
import { takenFor } from './compose-answer.ts';
import type { Memory } from './question/memory.ts';
import { findCandidates, type readPeople } from './evidence/candidates.repository.ts';

type People = Awaited<ReturnType<typeof readPeople>>;
/** Whom a question means. `note` is said with the answer where it was taken on trust; `unknown` where it could not be found out. */
export type Whom = { names: string[]; self: string | null; note: string; unknown: boolean; learned: string | null; /** Where it could not be found out: those who stand in another relation to the asker. */ others: string[] };

/** The asker's name: of the account, else the one holder whose name is in the address of the account's mail. */
export const selfOf = (people: People): string | null => {
  if (people.self?.trim()) return people.self;
  const box = (people.email ?? '').split('@')[0]!.toLowerCase();
  const met = people.known.filter((name) => { const [first] = nameParts(name); return first !== undefined && first.length >= 4 && box.split(/[^a-z]+/).includes(first); });
  return met.length === 1 ? met[0]! : null;
};

const groups: readonly (readonly Relation[])[] = [['spouse', 'husband', 'wife'], ['child', 'son', 'daughter'], ['mother'], ['father']];

/** Those whom papers, or the conversation, name as another relative of the asker's. */
const inOtherRelations = async (tx: Tx, relation: Relation, self: string | null, known: readonly string[], memory: Memory): Promise<string[]> => {
  const told = Object.entries(memory.relations).flatMap(([other, name]) => (other === relation ? [] : [name]));
  if (self === null) return told;
  for (const group of groups) if (!group.includes(relation)) told.push(...await findRelated(tx, group[0]!, self, known));
  return told;
};

/** Finds out who "my husband" is: told before, a label on documents, stated in papers; else the one other person who holds such a document. */
export const findWhom = async (tx: Tx, userId: string, question: Question, people: People, memory: Memory): Promise<Whom> => {
  const self = selfOf(people);
  const base = { self, note: '', unknown: false, learned: null, others: [] };
  if (question.relation === null) return { ...base, names: question.names };
  const { relation } = question;
  const told = memory.relations[relation];
  if (told) return { ...base, names: [told] };
  const label = people.labels.find((one) => one.toLowerCase() === relation || (relation === 'mother' && /^(?:mum|mom|amma|mother)$/i.test(one)) || (relation === 'father' && /^(?:dad|appa|papa)$/i.test(one)));
  if (label) return { ...base, names: [label] };
  const related = await findRelated(tx, relation, self, people.known);
  if (related.length > 0) return { ...base, names: related, learned: related.length === 1 ? related[0]! : null };
  const candidates = await findCandidates(tx, userId, { types: typesOf(question), ids: [], names: '', within: null, limit: 200 });
  const others = [...new Set(candidates.map((one) => one.holder).filter((name): name is string => name !== null && !(self !== null && samePerson(name, self))))];
  if (self !== null && others.length === 1) {
    const note = takenFor(question, others[0]!);
    return { ...base, names: others, note, learned: others[0]! };
  }
  return { ...base, names: [], unknown: true, others: await inOtherRelations(tx, relation, self, people.known, memory) };
};

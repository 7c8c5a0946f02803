import type { Tx } from '@docuvault/db/types.ts';
import { samePerson, type Relation } from '../question/people.ts';
import { readKinshipPages } from './candidates.repository.ts';

type Fact = { of: string; relation: Relation; name: string };

const name = "([A-Z][\\p{L}.'-]+(?: [A-Z][\\p{L}.'-]+){0,3})";
const labelled: readonly (readonly [RegExp, Relation])[] = [
  [new RegExp(`(?:Name of (?:the )?|\\b)(?:Spouse)(?:'s)?(?: Name)?\\s*[:.-]?\\s+${name}`, 'gu'), 'spouse'],
  [new RegExp(`(?:\\bW/O|\\bWife of|\\bH/O|\\bHusband of)\\s*[:.-]?\\s*${name}`, 'giu'), 'spouse'],
  [new RegExp(`(?:Name of (?:the )?Father|Father(?:'s|’s)? Name|Father)(?: ?/ ?Legal Guardian)?\\s*[:.-]?\\s+${name}`, 'gu'), 'father'],
  [new RegExp(`(?:Name of (?:the )?Mother|Mother(?:'s|’s)? Name|Mother)\\s*[:.-]?\\s+${name}`, 'gu'), 'mother'],
];
const tableRow = new RegExp(`^\\s*${name}\\s{1,}(?:[-(|]\\s*)?(Spouse|Husband|Wife|Son|Daughter|Mother|Father|Child)\\b`, 'gmu');
const stated = new RegExp(`\\bmy (wife|husband|son|daughter|mother|father),? ${name}`, 'gu');

const factsIn = (text: string, holder: string): Fact[] => {
  const facts: Fact[] = [];
  for (const [pattern, relation] of labelled) for (const match of text.matchAll(pattern)) facts.push({ of: holder, relation, name: match[1]!.trim() });
  for (const match of text.matchAll(tableRow)) facts.push({ of: holder, relation: match[2]!.toLowerCase() as Relation, name: match[1]!.trim() });
  for (const match of text.matchAll(stated)) facts.push({ of: holder, relation: match[1] as Relation, name: match[2]!.trim() });
  return facts;
};

const meets = (asked: Relation, fact: Relation): boolean => asked === fact
  || (asked === 'spouse' && (fact === 'husband' || fact === 'wife')) || (fact === 'spouse' && (asked === 'husband' || asked === 'wife'))
  || (asked === 'child' && (fact === 'son' || fact === 'daughter')) || (fact === 'child' && (asked === 'son' || asked === 'daughter'));

/**
 * The people of the vault who stand in the relation to `self`, by what papers say: a passport's spouse and parents, an
 * address's "W/o", the members of a health policy, the parents on a child's birth certificate. With nobody known as
 * `self`, the relation to anybody counts. Only people who hold documents are named.
 */
export const findRelated = async (tx: Tx, relation: Relation, self: string | null, known: readonly string[]): Promise<string[]> => {
  const pages = await readKinshipPages(tx);
  const facts = pages.flatMap((page) => (page.holder ? factsIn(page.text, page.holder) : []));
  const inverse: Relation[] = relation === 'son' || relation === 'daughter' || relation === 'child' ? ['father', 'mother'] : relation === 'husband' || relation === 'wife' || relation === 'spouse' ? ['spouse', 'husband', 'wife'] : [];
  const found = new Set<string>();
  for (const fact of facts) {
    const mine = self === null || samePerson(fact.of, self);
    if (mine && meets(relation, fact.relation)) found.add(fact.name);
    if (inverse.includes(fact.relation) && (self === null ? inverse[0] === 'father' : samePerson(fact.name, self))) found.add(fact.of);
  }
  const holders = known.filter((holder) => [...found].some((other) => samePerson(holder, other)) && !(self && samePerson(holder, self)));
  return holders.length > 0 ? holders : [...found].filter((other) => !(self && samePerson(other, self)));
};

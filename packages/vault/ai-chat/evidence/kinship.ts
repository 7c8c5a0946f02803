import type { Tx } from '@docuvault/db/types.ts';
import { isMale, nameParts, sameFirstName, samePerson, type Relation } from '../question/people.ts';
import { readKinshipFields, readKinshipPages, type KinPage } from './candidates.repository.ts';

/** One thing that a paper says: `name` is the `relation` of `of`; `partner` of one who rents, borrows or insures together with them. */
type Fact = { of: string; relation: 'spouse' | 'parent' | 'sibling' | 'partner'; name: string; male: boolean | null };

const name = "((?:[A-Z][\\p{L}.'’-]+|[A-Z]{2,})(?: (?:(?:[A-Z][\\p{L}.'’-]*)|(?:von|van|de|der|den|bin|al)))*)";
const title = '(?:(?:Mr|Mrs|Ms|Miss|Dr|Shri|Sri|Smt|Kum|Late|late|the late|Herr|Frau|M|Mme)\\.? )*';
const at = (source: string, flags = 'gu') => new RegExp(source.replaceAll('NAME', title + name), flags);

/** Captions of the holder's own kin. */
const captions: readonly (readonly [RegExp, Fact['relation'], boolean | null])[] = [
  [at('(?:Name of (?:the )?)?(?:Spouse|SPOUSE)(?:[\'’]s)?(?: [Nn]ame)?\\s*[:.-]?\\s+NAME'), 'spouse', null],
  [at('\\b(?:W/[oO]|Wife of|wife of)\\s*[:.-]?\\s*NAME'), 'spouse', true],
  [at('\\b(?:H/[oO]|Husband of|husband of)\\s*[:.-]?\\s*NAME'), 'spouse', false],
  [at('\\b(?:S/[oO]|D/[oO])\\s*[:.-]?\\s*NAME'), 'parent', true],
  [at('(?:Name of (?:the )?Father|(?:Father|FATHER)(?:[\'’]s)?(?: [Nn]ame)?)(?: ?/ ?(?:Legal )?Guardian)?\\s*[:.-]?\\s+NAME'), 'parent', true],
  [at('(?:Name of (?:the )?Mother|(?:Mother|MOTHER)(?:[\'’]s)?(?: [Nn]ame)?)\\s*[:.-]?\\s+NAME'), 'parent', false],
];
const kin: Readonly<Record<string, { relation: Fact['relation']; inverse: boolean; male: boolean | null }>> = {
  spouse: { relation: 'spouse', inverse: false, male: null }, husband: { relation: 'spouse', inverse: false, male: true }, wife: { relation: 'spouse', inverse: false, male: false },
  son: { relation: 'parent', inverse: true, male: true }, daughter: { relation: 'parent', inverse: true, male: false }, child: { relation: 'parent', inverse: true, male: null },
  father: { relation: 'parent', inverse: false, male: true }, mother: { relation: 'parent', inverse: false, male: false }, brother: { relation: 'sibling', inverse: false, male: true }, sister: { relation: 'sibling', inverse: false, male: false },
};
const row = at('^[\\s\\d.)|-]*NAME\\s+(?:[-(|:]\\s*)?(Self|Spouse|Husband|Wife|Son|Daughter|Mother|Father|Child|Brother|Sister|Proposer)\\b', 'gmu');
const stated = at("\\b[Mm]y (?:beloved |dear |elder |younger |only )?(husband|wife|spouse|son|daughter|mother|father|brother|sister|child)[,:]? NAME");
/** "Our children Sofia and Mateo": several at once, each by a name of one or more words. */
const several = /\b(?:[Mm]y|[Oo]ur) (?:[a-z]+ )?(children|kids|sons|daughters)[,:]? (\p{Lu}[^.;:]{2,120})/gu;
const together = /\b(?:Parents|Eltern|Sorgeberechtigte|Guardians|Parents ou tuteurs|Représentants légaux|Padres|Ouders)\s*[:.]?\s+(\p{Lu}[^.;:\n]{2,90})/gu;
const sexed = at('\\b(grandson|granddaughter|nephew|niece|aunt|uncle)[,:]? NAME');
const nominee = at('\\b(?:Nominee|nominee|Beneficiary)[^\\n:]{0,12}:?\\s*NAME\\s*[(,-]\\s*(Spouse|Husband|Wife|Son|Daughter|Mother|Father|Brother|Sister|spouse|husband|wife|son|daughter|mother|father|brother|sister)\\b');
const descent = at('NAME,? (?:aged \\d+ years?,? )?(?:born on [\\w ,./]{6,24},? )?(son|daughter|wife|husband) of NAME');
const couple = at('\\b(?:between|of)\\s+NAME[^.]{0,220}?\\s(?:and|&|AND)\\s+NAME', 'u');
const caption = /^(?:\d{1,2}\s*\.?\s*(?:\([a-z]\))?\s*)?(?:name and surname|name|full name|surname)\b/i;

const clean = (found: string): string => found.replace(/\s+/g, ' ').replace(/\b(?:and|aged|Aged|Date|Place|Address|Name|Age|DOB|Sex|Male|Female)\b.*$/, '').trim();
const isName = (found: string): boolean => (nameParts(found)[0]?.length ?? 0) >= 3 && found.length <= 60 && !/\b(?:name|surname|guardian|legal|parent|informant|place|birth|certificate|address|occupation|signature|registration|hospital|not|self)\b/i.test(found);

const fact = (of: string, word: string, other: string): Fact[] => {
  const known = kin[word.toLowerCase()];
  if (!known) return [];
  return [known.inverse ? { of: other, relation: known.relation, name: of, male: null } : { of, relation: known.relation, name: other, male: known.male }];
};

/** Parents on an entry of birth that sets FATHER and MOTHER as headings with their names below, side by side or one after the other. */
const parentsBelow = (text: string): { father: string | null; mother: string | null } => {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const after = (from: number, column: number): string | null => {
    for (const line of lines.slice(from + 1, from + 5)) {
      const cells = line.split(/ {2,}|\t/).map((cell) => cell.trim());
      const captioned = cells.findIndex((cell) => caption.test(cell));
      if (captioned >= 0) {
        const beside = cells[captioned + 1];
        if (column === 0 && beside && !caption.test(beside) && isName(beside)) return beside;
        continue;
      }
      if (column === 0 && cells.length > 2) return cells.slice(0, Math.ceil(cells.length / 2)).join(' ');
      const cell = cells[Math.min(column, cells.length - 1)];
      if (cell && isName(cell)) return cell;
    }
    return null;
  };
  const both = lines.findIndex((line) => /^\W*FATHER\b.*\bMOTHER\b/i.test(line) && line.length < 60);
  if (both >= 0) {
    const names = lines.slice(both + 1, both + 5).find((line) => !caption.test(line.split(/ {2,}/)[0]!) && isName(line));
    const cells = names?.split(/ {2,}|\t/).map((cell) => cell.trim()).filter(Boolean) ?? [];
    return { father: cells.length > 1 ? cells.slice(0, -1).join(' ') : cells[0] ?? null, mother: cells.length > 1 ? cells.at(-1)! : null };
  }
  const father = lines.findIndex((line) => /^\W*FATHER\W*(?:\/ ?PARENT)?\W*$/i.test(line));
  const mother = lines.findIndex((line) => /^\W*MOTHER\W*$/i.test(line));
  return { father: father >= 0 ? after(father, 0) : null, mother: mother >= 0 ? after(mother, 0) : null };
};

/** The names that a list of people begins with: "Sofia and Mateo in equal shares" holds two. */
const listed = (text: string): string[] => {
  const names: string[] = [];
  for (const part of text.split(/,| (?:and|und|et|y|en|e) |&/)) {
    const found = new RegExp(`^\\s*${title}${name}`, 'u').exec(part);
    if (!found || !isName(clean(found[1]!))) break;
    names.push(clean(found[1]!));
    if (found[0].trim().length < part.trim().length) break;
  }
  return names;
};

const jointly = at('NAME(?:,| and| und| et| y| e| en| &) NAME(?! [A-Z])');
const joint: ReadonlySet<string> = new Set(['lease', 'loan_agreement', 'insurance_policy', 'property_deed', 'utility_bill']);

const factsIn = ({ text, holder, type }: KinPage): Fact[] => {
  const facts: Fact[] = [];
  const flat = text.replace(/[ \t]+/g, ' ');
  if (holder) for (const [pattern, relation, male] of captions) for (const match of flat.matchAll(pattern)) if (isName(clean(match[1]!))) facts.push({ of: holder, relation, name: clean(match[1]!), male });
  const rows = [...flat.matchAll(row)];
  const self = rows.find((match) => /self|proposer/i.test(match[2]!))?.[1] ?? holder;
  if (self) for (const match of rows) if (isName(match[1]!)) facts.push(...fact(self, match[2]!, clean(match[1]!)));
  if (holder) {
    for (const match of flat.matchAll(stated)) facts.push(...fact(holder, match[1]!, clean(match[2]!)));
    for (const match of flat.matchAll(several)) for (const child of listed(match[2]!)) facts.push({ of: child, relation: 'parent', name: holder, male: null });
    for (const match of flat.matchAll(together)) for (const parent of listed(match[1]!)) facts.push({ of: holder, relation: 'parent', name: parent, male: null });
    for (const match of flat.matchAll(nominee)) facts.push(...fact(holder, match[2]!, clean(match[1]!)));
  }
  for (const match of flat.matchAll(descent)) {
    const [, person, word, other] = match;
    if (!isName(clean(person!)) || !isName(clean(other!))) continue;
    if (/son|daughter/.test(word!)) facts.push({ of: clean(person!), relation: 'parent', name: clean(other!), male: true });
    else facts.push({ of: clean(person!), relation: 'spouse', name: clean(other!), male: word === 'wife' });
  }
  if (joint.has(type)) for (const line of flat.split('\n')) for (const match of line.matchAll(jointly)) {
    const [one, other] = [clean(match[1]!), clean(match[2]!)];
    if ([one, other].every((found) => isName(found) && nameParts(found).length >= 2)) facts.push({ of: one, relation: 'partner', name: other, male: null });
  }
  if (type === 'marriage_certificate') {
    const match = couple.exec(flat.replace(/\s+/g, ' '));
    if (match && isName(clean(match[1]!)) && isName(clean(match[2]!))) facts.push({ of: clean(match[1]!), relation: 'spouse', name: clean(match[2]!), male: null });
    if (holder) for (const line of text.split('\n')) {
      const found = /^(?:\d+ +)?(?:(?:[A-Z][a-z]+(?:-[a-z]+)?|\w+) +)*?((?:[A-Z][a-z]+ )+[A-Z]{3,}(?:-[A-Z]+)?) +\d{2} +(?:Single|Divorced|Widow|Bachelor|Spinster|Previous)/.exec(line.replace(/ +/g, ' '));
      if (found && !sameFirstName(found[1]!, holder)) facts.push({ of: holder, relation: 'spouse', name: found[1]!, male: null });
    }
  }
  if (type === 'birth_certificate' && holder) {
    const { father, mother } = parentsBelow(text);
    const child = /(?:CHILD|Child)[\s\S]{0,260}?\b([A-Z][a-z]+(?: [A-Z][a-z]+)* [A-Z]{3,}(?:-[A-Z]{3,})?)\b/.exec(text)?.[1] ?? holder;
    const of = father && sameFirstName(father, holder) ? child : holder;
    if (father) facts.push({ of, relation: 'parent', name: father, male: true });
    if (mother) facts.push({ of, relation: 'parent', name: mother, male: false });
  }
  return facts;
};

const same = (a: string, b: string): boolean => sameFirstName(a, b) || (nameParts(a).length > 1 && nameParts(a).length === nameParts(b).length && samePerson(a, b));

/** What the papers of a vault say of its people. */
const gather = async (tx: Tx): Promise<{ facts: Fact[]; sexes: { holder: string; male: boolean }[] }> => {
  const [pages, fields] = [await readKinshipPages(tx), await readKinshipFields(tx)];
  const facts = pages.flatMap(factsIn);
  for (const { holder, name: field, value } of fields) {
    if (!isName(value)) continue;
    if (field === 'fatherName' || field === 'motherName') facts.push({ of: holder, relation: 'parent', name: clean(value), male: field === 'fatherName' });
    if (field === 'spouseName') facts.push({ of: holder, relation: 'spouse', name: clean(value), male: null });
  }
  const told = pages.flatMap((page) => [...page.text.matchAll(sexed)].map((match) => ({ holder: clean(match[2]!), male: /son|nephew|uncle/i.test(match[1]!) })));
  return { facts, sexes: [...told, ...fields.filter(({ name: field }) => field === 'sex').map(({ holder, value }) => ({ holder, male: /^m/i.test(value) }))] };
};

type Person = { name: string; male: boolean | null };

const among = (people: readonly Person[]): Person[] => {
  const out: Person[] = [];
  for (const person of people) {
    const known = out.find((other) => same(other.name, person.name));
    if (!known) out.push({ ...person });
    else {
      known.male ??= person.male;
      if (person.name.length > known.name.length) known.name = person.name;
    }
  }
  return out;
};

/**
 * The people of the vault who stand in the relation to `self`, by what papers say: a passport's spouse and parents, an
 * address's "W/o", the members of a health policy, the parents on a child's birth certificate, who married whom, a will.
 * Two who are parents of one child count as a couple where no paper says more.
 */
export const findRelated = async (tx: Tx, relation: Relation, self: string | null, known: readonly string[]): Promise<string[]> => {
  const { facts, sexes } = await gather(tx);
  const sexOf = (person: Person): boolean | null => person.male ?? sexes.find((one) => same(one.holder, person.name))?.male ?? null;
  const married = (a: string, b: string) => facts.some((one) => one.relation === 'spouse' && ((same(one.of, a) && same(one.name, b)) || (same(one.of, b) && same(one.name, a))));
  const parents = (of: string) => among(facts.filter((one) => one.relation === 'parent' && same(one.of, of) && !married(one.name, of)).map(({ name: found, male }) => ({ name: found, male })));
  const children = (of: string) => among(facts.filter((one) => one.relation === 'parent' && same(one.name, of) && !married(one.name, one.of)).map((one) => ({ name: one.of, male: null })));
  const spouses = (of: string): Person[] => {
    const told = among(facts.flatMap((one) => one.relation !== 'spouse' ? [] : same(one.of, of) ? [{ name: one.name, male: one.male }] : same(one.name, of) ? [{ name: one.of, male: one.male === null ? null : !one.male }] : []));
    if (told.length > 0) return told;
    const coParents = among(children(of).flatMap((child) => parents(child.name)).filter((other) => !same(other.name, of)));
    if (coParents.length > 0) return coParents;
    const partners = among(facts.flatMap((one) => one.relation !== 'partner' ? [] : same(one.of, of) ? [{ name: one.name, male: null }] : same(one.name, of) ? [{ name: one.of, male: null }] : []));
    return partners.length === 1 ? partners : [];
  };
  const offspring = (of: string) => among([...children(of), ...spouses(of).flatMap((one) => children(one.name))]);
  const siblings = (of: string) => among([
    ...facts.flatMap((one) => one.relation !== 'sibling' ? [] : same(one.of, of) ? [{ name: one.name, male: one.male }] : same(one.name, of) ? [{ name: one.of, male: null }] : []),
    ...parents(of).flatMap((parent) => children(parent.name)),
  ]).filter((other) => !same(other.name, of));
  const of = self ?? null;
  const everyone = among(facts.flatMap((one) => [{ name: one.of, male: null }, { name: one.name, male: one.male }]));
  const starts = of === null ? everyone.map((person) => person.name) : [of];
  const step: Record<Relation, (from: string) => Person[]> = {
    husband: spouses, wife: spouses, spouse: spouses, son: offspring, daughter: offspring, child: offspring, mother: parents, father: parents, brother: siblings, sister: siblings,
    grandmother: (from) => parents(from).flatMap((parent) => parents(parent.name)), grandfather: (from) => parents(from).flatMap((parent) => parents(parent.name)),
    grandson: (from) => children(from).flatMap((child) => children(child.name)), granddaughter: (from) => children(from).flatMap((child) => children(child.name)),
    'mother-in-law': (from) => spouses(from).flatMap((one) => parents(one.name)), 'father-in-law': (from) => spouses(from).flatMap((one) => parents(one.name)),
  };
  const male = isMale(relation);
  const found = among(starts.flatMap((from) => step[relation](from))).filter((person) => of === null || !same(person.name, of));
  const fitting = found.filter((person) => male === null || sexOf(person) === male);
  const kept = fitting.length > 0 ? fitting : found.filter((person) => sexOf(person) === null);
  const named = [...known].sort((a, b) => b.length - a.length);
  const holders = kept.map((person) => named.find((holder) => same(holder, person.name)) ?? person.name);
  return [...new Set(holders)];
};

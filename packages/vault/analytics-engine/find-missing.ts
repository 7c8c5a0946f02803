import type { MissingPaper } from '@docuvault/contract/analytics.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import type { Held } from './insights.repository.ts';

/** Where everybody has a card of the state, or a tax number on a paper of its own. Elsewhere neither is missed. */
const withNationalId = new Set(['IN', 'DE', 'FR', 'ES', 'IT', 'NL', 'BE', 'AT', 'PT', 'PL', 'SG', 'AE', 'CN', 'MY', 'TR', 'BR']);
const withTaxId = new Set(['IN', 'US', 'BR']);
const adult = 18;

const usual = (country: string | null): DocumentType[] => [
  'passport', ...(country !== null && withNationalId.has(country) ? ['national_id' as const] : []), ...(country !== null && withTaxId.has(country) ? ['tax_id' as const] : []),
];

const vehicle = /\b(?:motor|vehicle|car|auto|kfz|bike|scooter|two.?wheeler|private car|kraftfahrt)\b/;
const home = /\b(?:home|house|householder|household|contents|buildings?|property|renters?|tenants?|hausrat|wohngeb\p{L}+|habitation)\b/u;
const health = /\b(?:health|medical|medi\p{L}*|hospital\p{L}*|mediclaim|kranken\p{L}*|mutuelle|salud|zorg\p{L}*)\b/u;

const keyOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
const named = ({ id, title }: Held) => ({ documentId: id, title: maskIdentityNumbersInText(title) });
const agedUnder = (years: number, born: string, today: string): boolean => `${String(Number(born.slice(0, 4)) + years)}${born.slice(4)}` > today;

type Someone = { name: string; papers: Held[]; born: string | null };

/** The people of whom there are papers of identity; one paper of a stranger, such as a visitor's, makes nobody a member. */
const peopleOf = (held: readonly Held[]): Someone[] => {
  const people = new Map<string, Someone>();
  for (const paper of held) {
    if (paper.person === null || ['insurance_policy', 'lease', 'property_deed', 'vehicle_registration', 'will'].includes(paper.type)) continue;
    const key = keyOf(paper.person);
    const one = people.get(key) ?? { name: paper.person, papers: [], born: null };
    one.papers.push(paper);
    one.born ??= paper.born !== null && /^\d{4}-\d{2}-\d{2}$/.test(paper.born) ? paper.born : null;
    people.set(key, one);
  }
  return [...people.values()].filter(({ papers }) => new Set(papers.map(({ type }) => type)).size >= 2);
};

const ofPeople = (held: readonly Held[], country: string | null, today: string): MissingPaper[] =>
  peopleOf(held).flatMap(({ name, papers, born }) => {
    const child = born !== null && agedUnder(adult, born, today);
    const wanted: DocumentType[] = child ? ['birth_certificate', 'vaccination_record'] : usual(country);
    return wanted.filter((type) => papers.every((paper) => paper.type !== type))
      .map((documentType) => ({ documentType, person: name, subject: null, reason: child ? 'usual_for_child' as const : 'usual_for_person' as const, because: papers.slice(0, 3).map(named) }));
  });

/**
 * Papers that a household of this kind usually keeps and this one does not. Only what its other papers let one expect: a
 * vault without any paper of identity misses nothing. `today` is YYYY-MM-DD, `country` ISO 3166 or null.
 */
export const findMissing = (held: readonly Held[], country: string | null, today: string): MissingPaper[] => {
  const missing = ofPeople(held, country, today);
  const has = (type: DocumentType): Held[] => held.filter((paper) => paper.type === type);
  const insured = (about: RegExp): boolean => has('insurance_policy').some(({ covers }) => about.test(covers));
  const [vehicles, homes] = [has('vehicle_registration'), [...has('property_deed'), ...has('lease')]];
  if (vehicles.length > 0 && !insured(vehicle)) missing.push({ documentType: 'insurance_policy', person: null, subject: 'vehicle', reason: 'vehicle_without_insurance', because: vehicles.slice(0, 3).map(named) });
  if (homes.length > 0 && !insured(home)) missing.push({ documentType: 'insurance_policy', person: null, subject: 'home', reason: 'home_without_insurance', because: homes.slice(0, 3).map(named) });
  const people = peopleOf(held);
  if (people.length > 0 && !insured(health)) missing.push({ documentType: 'insurance_policy', person: null, subject: 'health', reason: 'usual_for_household', because: [] });
  if (people.some(({ born }) => born === null || !agedUnder(adult, born, today)) && has('will').length === 0) missing.push({ documentType: 'will', person: null, subject: null, reason: 'usual_for_household', because: [] });
  return missing;
};

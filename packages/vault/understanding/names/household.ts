import type { ExtractedField } from '@docuvault/core/understanding.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { plain } from '../text/fold.ts';
import { misreadOf } from './mend.ts';
import { looksLikeOrganisation } from './organisation.ts';

/** Somebody whom the vault knows: the label their documents carry, and the names of the holders of documents that their people labelled so. */
export type Member = { label: string; names: readonly string[] };

const courtesy = new Set(['mr', 'mrs', 'ms', 'miss', 'mstr', 'master', 'baby', 'dr', 'shri', 'sri', 'smt', 'shrimati', 'kumari', 'herr', 'herrn', 'frau', 'mme', 'mlle', 'monsieur', 'madame', 'late', 'prof', 'sra', 'श्री', 'श्रीमती', 'सुश्री']);
/** What tills print where a customer's name should stand. */
const nobodys = new Set('cash counter walkin walk guest customer client self retail regular general online member unknown corporate individual consumer buyer user owner tenant patient student passenger visitor sale sales party account default test sundry misc local'.split(' '));
/** The least confidence in a holder's name for a person to be made of it. */
const sureEnough = 0.7;

const partsOf = (name: string): string[] => plain(name).split(/[^\p{L}\p{M}]+/u).filter((part) => part && !courtesy.has(part));

const initialOf = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];

/** How well two writings of a name agree: 3 the same words, 2 middle names left out or cut short or a letter misread, 1 initials or a first name alone, 0 not. */
function agreement(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return 3;
  if (a.length === b.length && a.length > 1 && a.every((part, i) => part === b[i] || (part.length > 4 && misreadOf(part, b[i] ?? ''))) && a.filter((part, i) => part !== b[i]).length === 1) return 2;
  // "Marsh H": payrolls and registers put the initial last.
  const turned = (parts: readonly string[]) => (parts.length === 2 && parts[1]?.length === 1 && (parts[0]?.length ?? 0) > 1 ? [parts[1], parts[0] ?? ''] : parts);
  const [short, long] = a.length <= b.length ? [turned(a), b] : [turned(b), a];
  const [first = '', otherFirst = ''] = [short[0], long[0]];
  if (short.length === 1) return first.length > 2 && otherFirst === first ? 1 : 0;
  if (short.every((part) => part.length > 1 && long.includes(part)) && (otherFirst === first || long.at(-1) === first)) return 2;
  const middles = long.slice(1, -1);
  const between = short.slice(1, -1).every((part) => middles.some((other) => other === part || initialOf(part, other)));
  if (short.at(-1) !== long.at(-1) || !between) return 0;
  return first === otherFirst && first.length > 1 ? 2 : initialOf(first, otherFirst) ? 1 : 0;
}

/** The one member whom a name means, or null where none or more than one may be meant. What a label itself says goes before the names of its documents; of labels for one person the shortest is taken. */
export function memberNamed(name: string, household: readonly Member[]): string | null {
  const parts = partsOf(name);
  const best = household.map(({ label, names }) => ({ label, score: Math.max(2 * agreement(parts, partsOf(label)), ...names.map((known) => 2 * agreement(parts, partsOf(known)) - 1)) }));
  const top = Math.max(0, ...best.map(({ score }) => score));
  const meant = best.filter(({ score }) => score === top).map(({ label }) => label).sort((a, b) => a.length - b.length || a.localeCompare(b));
  const [first] = meant;
  if (top <= 0 || first === undefined) return null;
  return meant.every((label) => label === first || agreement(partsOf(label), partsOf(first)) >= 2) ? first : null;
}

/** Whether a name says enough to call somebody by it: two whole words, or in India an initial and a word. */
function tellsApart(name: string, country: string | null): boolean {
  const parts = partsOf(name);
  const whole = parts.filter((part) => part.length > 1).length;
  // Where one name is a whole name, "Guest Name: Sanjay" tells who it is; "Walk-in" and "Cash" tell nobody.
  if (country === 'IN' && parts.length === 1 && whole === 1) return /^\p{Lu}\p{Ll}{3,}$/u.test(name.trim()) && !nobodys.has(parts[0] ?? '');
  return whole >= 2 ? (parts[0]?.length ?? 0) > 1 || country === 'IN' : whole === 1 && parts.length >= 2 && country === 'IN';
}

/** Who else a paper belongs to than its holder: the other spouse of a marriage, and who gave a deed or contract. Of a passport the spouse on it is not whose it is. */
const otherParty: Partial<Record<DocumentType, readonly string[]>> = {
  marriage_certificate: ['spouseName'], lease: ['issuer'], contract: ['issuer'], loan_agreement: ['issuer'], property_deed: ['issuer', 'spouseName'], power_of_attorney: ['attorneyName'],
};

/**
 * Whose document this is: the known member whom its holder's name means, else a member who gave it (a landlord's copy of
 * a lease), else the holder as a new person where the name is whole and sure. Null for organisations and where nothing tells.
 */
export function personOf(type: DocumentType, fields: readonly ExtractedField[], household: readonly Member[], country: string | null): string | null {
  const get = (name: string) => fields.find((field) => field.name === name);
  const holder = get('holderName');
  const known = holder ? memberNamed(holder.value, household) : null;
  if (known) return known;
  for (const other of otherParty[type] ?? []) {
    const named = get(other);
    const member = named && partsOf(named.value).length > 1 && !looksLikeOrganisation(named.value) ? memberNamed(named.value, household) : null;
    if (member) return member;
  }
  if (!holder || type === 'other' || holder.confidence < sureEnough || looksLikeOrganisation(holder.value) || !tellsApart(holder.value, country)) return null;
  // An initial in the middle tells nobody apart whom first and last name do not.
  return holder.value.replace(/(?<=^\p{L}[\p{L}\p{M}'’-]+) \p{L}\.?(?= \p{L}[\p{L}\p{M}'’-]+$)/u, '').slice(0, 200);
}

import { canonicalFields, type CanonicalField } from '@docuvault/core/vocabulary.ts';
import type { FieldTruth, Fields } from '../corpus/truth.ts';

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'master', 'mstr', 'baby', 'dr', 'shri', 'sri', 'smt', 'shrimati', 'herr', 'herrn', 'frau', 'mme', 'm', 'mlle', 'sr', 'sra', 'श्री', 'श्रीमती', 'सुश्री']);
const companyForms = /\b(private|pvt|limited|ltd|plc|inc|llc|llp|pllc|gmbh|ag|kg|bv|b v|s l|sl|sa)\b/g;

const plain = (value: string): string => value.normalize('NFKD').replace(/\p{Mn}(?<![ऀ-ॿ])/gu, '').toLowerCase().replaceAll('&', ' and ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/** A value as it is compared: names without case, titles and word order; numbers without spaces and dashes; amounts to the cent. */
export function normaliseField(name: CanonicalField, value: string): string {
  switch (name) {
    case 'holderName': return plain(value).split(' ').filter((word) => !titles.has(word)).sort().join(' ');
    case 'issuer': return plain(value).replace(/^the /, '').replace(companyForms, ' ').replace(/\s+/g, ' ').trim();
    case 'documentNumber': return value.toUpperCase().replace(/[\s\-–#]/g, '');
    case 'totalAmount': {
      const amount = Number(value.replace(/[^\d.-]/g, ''));
      return Number.isFinite(amount) ? amount.toFixed(2) : value;
    }
    case 'currency': return value.trim().toUpperCase();
    default: return value.trim().slice(0, 10);
  }
}

const accepted = (truth: FieldTruth | undefined): readonly string[] => (truth === undefined ? [] : typeof truth === 'string' ? [truth] : truth);

/** Whether a value is one of the accepted ones. */
export function fieldMatches(name: CanonicalField, got: string, truth: FieldTruth | undefined): boolean {
  const value = normaliseField(name, got);
  return accepted(truth).some((form) => normaliseField(name, form) === value);
}

export type Outcome = 'right' | 'wrong' | 'missed' | 'invented' | 'neutral';
export type FieldScore = { readonly name: CanonicalField; readonly outcome: Outcome; readonly expected: readonly string[]; readonly got: string | null };
export type GotField = { readonly name: string; readonly value: unknown; readonly confidence?: number | null };

/** A policy's or lease's last day may be told as `endDate` or as `expiryDate`: either name counts. */
const twins: Partial<Record<CanonicalField, CanonicalField>> = { endDate: 'expiryDate', expiryDate: 'endDate' };

const isCanonical = (name: string): name is CanonicalField => (canonicalFields as readonly string[]).includes(name);

/** Judges one document's fields. Names that are not canonical are not judged. */
export function scoreFields(required: Fields, also: Fields, got: readonly GotField[]): FieldScore[] {
  const best = new Map<CanonicalField, string>();
  for (const field of [...got].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))) {
    if (isCanonical(field.name) && field.value !== null && field.value !== undefined && !best.has(field.name)) best.set(field.name, String(field.value));
  }
  const scores: FieldScore[] = [];
  const used = new Set<CanonicalField>();
  for (const name of canonicalFields) {
    const truth = required[name];
    if (truth === undefined) continue;
    const value = best.get(name);
    const twin = twins[name];
    const viaTwin = twin && required[twin] === undefined ? best.get(twin) : undefined;
    used.add(name);
    if (value !== undefined && fieldMatches(name, value, truth)) scores.push({ name, outcome: 'right', expected: accepted(truth), got: value });
    else if (viaTwin !== undefined && fieldMatches(name, viaTwin, truth) && value === undefined) scores.push({ name, outcome: 'right', expected: accepted(truth), got: viaTwin });
    else scores.push({ name, outcome: value === undefined ? 'missed' : 'wrong', expected: accepted(truth), got: value ?? null });
  }
  for (const [name, value] of best) {
    if (used.has(name)) continue;
    const twin = twins[name];
    const allowed = fieldMatches(name, value, also[name]) || (twin !== undefined && fieldMatches(name, value, required[twin]));
    scores.push({ name, outcome: allowed ? 'neutral' : 'invented', expected: accepted(also[name]), got: value });
  }
  return scores;
}

export type Rates = { readonly precision: number; readonly recall: number; readonly f1: number; readonly support: number };

/** Precision, recall and F1. A wrong value counts against both: something false was said, something true was not. */
export function rates(scores: readonly Pick<FieldScore, 'outcome'>[]): Rates {
  const count = (...kinds: Outcome[]): number => scores.filter((score) => kinds.includes(score.outcome)).length;
  const right = count('right');
  const said = right + count('wrong', 'invented');
  const support = right + count('wrong', 'missed');
  const precision = said === 0 ? 1 : right / said;
  const recall = support === 0 ? 1 : right / support;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), support };
}

import { canonicalFields } from '@docuvault/core/vocabulary.ts';
import type { TextKey } from '../../i18n/en.ts';
import { en } from '../../i18n/en.ts';
import type { Translate } from '../../i18n/language.tsx';

/** "chassisNumber" as "Chassis number", for fields that have no word of their own here. */
const spelled = (name: string): string => {
  const words = name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A field's name for people. */
export const fieldLabel = (name: string, t: Translate): string => (`field.${name}` in en ? t(`field.${name}` as TextKey) : spelled(name));

const order: readonly string[] = ['holderName', 'documentNumber', 'issuer', 'issueDate', 'expiryDate', 'startDate', 'endDate', 'dueDate', 'dateOfBirth', 'totalAmount', 'currency'];

/** The usual fields first, in the order in which people read a paper. */
export const byImportance = (a: { name: string }, b: { name: string }): number => {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return place(a.name) - place(b.name) || a.name.localeCompare(b.name);
};

export const isDateField = (name: string): boolean => /Date$|^dateOfBirth$/.test(name);
export const addable = canonicalFields;

import { documentTypes, categories } from '@docuvault/core/vocabulary.ts';
import { stemsOf } from './analyse-text.ts';
import { createStemmer } from './stem-word.ts';
import { typeWords } from './type-words.ts';
import type { Wanted } from './search.repository.ts';

/** A query as it was understood. `text` is what is left without operators, with the quotes of phrases taken off. */
export type ParsedQuery = {
  text: string;
  phrases: string[];
  excluded: string[];
  /** Attributes that must, or must not, be there, as `key` and `value`. */
  required: { key: string; value: string }[];
  refused: { key: string; value: string }[];
  wanted: Pick<Wanted, 'types' | 'categories' | 'status' | 'after' | 'before' | 'trashed'>;
  /** Folder by name or id; several are alternatives. */
  folders: string[];
};

const mostCharacters = 4_000;
const mostOperators = 20;

const piece = /(-?)(?:([a-zA-Z]+):)?(?:"([^"]*)"|“([^”]*)”|(\S+))/gu;

const plainName = (value: string) => value.trim().toLowerCase().replace(/[\s-]+/g, '_');

/** The vocabulary's name for what somebody typed, also in the plural; null where there is none. */
const named = <T extends string>(value: string, names: readonly T[]): T | null => {
  const name = plainName(value);
  return names.find((known) => known === name || `${known}s` === name) ?? null;
};

/** The types that somebody means after `type:`: the one of that name, else all that are called by its words, as `insurance`, `bill`, `licence`; the name itself where there is none. */
const typesNamed = (value: string): string[] => {
  const exact = named(value, documentTypes);
  if (exact) return [exact];
  const stem = createStemmer();
  const said = stemsOf(value, stem);
  const called = documentTypes.filter((type) => {
    const words = new Set(stemsOf(`${type.replaceAll('_', ' ')} ${typeWords(type)}`, stem));
    return said.length > 0 && said.every((word) => words.has(word));
  });
  return called.length > 0 ? called : [plainName(value)];
};

/** The first day of `2024`, `2024-05` or `2024-05-17`; null for anything else. */
const firstDay = (value: string): string | null => {
  const match = /^([1-9]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!match) return null;
  const day = `${match[1]!}-${(match[2] ?? '1').padStart(2, '0')}-${(match[3] ?? '1').padStart(2, '0')}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
};

/** The first day that is later than the year, month or day named. */
const dayAfter = (value: string): string | null => {
  const first = firstDay(value);
  if (!first) return null;
  if (first.startsWith('9999')) return first;
  const date = new Date(`${first}T00:00:00Z`);
  const parts = value.split('-').length;
  if (parts === 1) date.setUTCFullYear(date.getUTCFullYear() + 1);
  else if (parts === 2) date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/**
 * Reads a search: "phrases", -words, and `type:`, `category:`, `tag:`, `person:`, `folder:`, `status:`, `has:`, `in:trash`,
 * `before:` and `after:` a day, month or year (of the document's own date). What is no operator is text; nothing is an
 * error. Read up to 4,000 characters and 20 operators.
 */
export const parseQuery = (query: string): ParsedQuery => {
  const parsed: ParsedQuery = { text: '', phrases: [], excluded: [], required: [], refused: [], wanted: {}, folders: [] };
  const text: string[] = [];
  let operators = 0;

  const apply = (minus: boolean, key: string, value: string): boolean => {
    switch (key) {
      case 'type':
      case 'documenttype': {
        for (const type of typesNamed(value)) {
          if (minus) parsed.refused.push({ key: 'type', value: type });
          else parsed.wanted.types = [...(parsed.wanted.types ?? []), type];
        }
        return true;
      }
      case 'category': {
        if (minus) return false;
        parsed.wanted.categories = [...(parsed.wanted.categories ?? []), named(value, categories) ?? plainName(value)];
        return true;
      }
      case 'tag':
      case 'person':
      case 'has': {
        (minus ? parsed.refused : parsed.required).push({ key, value });
        return true;
      }
      case 'folder':
        if (!minus) parsed.folders.push(value);
        return !minus;
      case 'status':
        if (!minus) parsed.wanted.status = value.toLowerCase();
        return !minus;
      case 'in':
      case 'is':
        if (!minus && /^trash(ed)?$/i.test(value)) parsed.wanted.trashed = true;
        return parsed.wanted.trashed === true;
      case 'before': {
        const day = firstDay(value);
        if (day && !minus) parsed.wanted.before = day;
        return day !== null && !minus;
      }
      case 'after': {
        const day = dayAfter(value);
        if (day && !minus) parsed.wanted.after = day;
        return day !== null && !minus;
      }
      default:
        return false;
    }
  };

  for (const match of query.slice(0, mostCharacters).replaceAll('\0', ' ').toWellFormed().matchAll(piece)) {
    const minus = match[1] === '-';
    const key = match[2]?.toLowerCase();
    const phrase = match[3] ?? match[4];
    const value = phrase ?? match[5] ?? '';
    operators += minus || key || phrase !== undefined ? 1 : 0;
    const bounded = operators <= mostOperators;
    if (key && bounded && /[\p{L}\p{N}]/u.test(value) && apply(minus, key, value.replace(/^"|"$/g, ''))) continue;
    if (minus && bounded && !key) {
      if (/[\p{L}\p{N}]/u.test(value)) parsed.excluded.push(value);
      continue;
    }
    if (phrase !== undefined && bounded && !key && phrase.trim() !== '') parsed.phrases.push(phrase);
    text.push(key ? `${key} ${value}` : value);
  }
  parsed.text = text.join(' ');
  return parsed;
};

import { useQuery } from '@tanstack/react-query';
import { documentTypes, type DocumentType } from '@docuvault/core/vocabulary.ts';
import { useApi } from '../../app/session.tsx';
import { usePeople } from '../../data/people.ts';
import { completionsQuery } from '../../data/search.ts';
import { tagsQuery } from '../../data/tags.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { operatorsLike, quoted, type Operator, type Typed } from './complete-query.ts';

export type Completion =
  | { kind: 'recent'; text: string; label: string; hint?: string }
  | { kind: 'operator' | 'type' | 'tag' | 'person' | 'date'; text: string; label: string; hint?: string }
  | { kind: 'title'; text: string; label: string; documentId: string; hint?: string };

const most = 8;
const years = (): string[] => Array.from({ length: 6 }, (_, back) => String(new Date().getFullYear() - back));

/** What the query at the caret may be going to be: values of an operator, operators, people, tags, kinds and titles. */
export const useCompletions = (query: string, typed: Typed, recent: readonly string[], open: boolean): Completion[] => {
  const { t } = useLanguage();
  const api = useApi();
  const people = usePeople();
  const { data: tags = [] } = useQuery({ ...tagsQuery(api), enabled: open });
  const plain = query.trim();
  const { data: found = [] } = useQuery({ ...completionsQuery(api, plain), enabled: open && plain.length > 1 && typed.operator === null });
  const begins = (text: string) => text.toLowerCase().includes(typed.value.toLowerCase());
  const ofTag = (name: string): Completion => ({ kind: 'tag', text: `tag:${quoted(name)}`, label: name });
  const ofPerson = (name: string): Completion => ({ kind: 'person', text: `person:${quoted(name)}`, label: name });
  const ofType = (type: DocumentType): Completion => ({ kind: 'type', text: `type:${type}`, label: t(`type.${type}`) });
  const values: Record<Operator, () => Completion[]> = {
    type: () => documentTypes.filter((type) => begins(type.replaceAll('_', ' ')) || begins(type) || begins(t(`type.${type}`))).map(ofType),
    tag: () => tags.filter(({ name }) => begins(name)).map(({ name }) => ofTag(name)),
    person: () => people.filter(begins).map(ofPerson),
    before: () => years().filter(begins).map((year) => ({ kind: 'date', text: `before:${year}`, label: `before:${year}` })),
    after: () => years().filter(begins).map((year) => ({ kind: 'date', text: `after:${year}`, label: `after:${year}` })),
  };
  if (plain === '') return recent.map((text) => ({ kind: 'recent', text, label: text }));
  if (typed.operator) return values[typed.operator]().slice(0, most);
  const begun = operatorsLike(typed).map((name): Completion => ({ kind: 'operator', text: `${name}:`, label: `${name}:`, hint: t(`search.help.${name}`) }));
  const given = found.flatMap(({ kind, text, documentId }): Completion[] => {
    if (kind === 'title') return documentId ? [{ kind, text, label: text, documentId }] : [];
    if (kind === 'person') return [ofPerson(text)];
    if (kind === 'tag') return [ofTag(text)];
    const type = documentTypes.find((one) => `type:${one}` === text);
    return type ? [ofType(type)] : [];
  });
  return [...begun, ...given].slice(0, most);
};

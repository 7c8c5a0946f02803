import { useQuery } from '@tanstack/react-query';
import { categories, documentTypes } from '@docuvault/core/vocabulary.ts';
import { X } from 'lucide-react';
import { useApi } from '../../../app/session.tsx';
import { vaultsQuery } from '../../../data/family.ts';
import { foldersQuery, treeOf } from '../../../data/folders.ts';
import { usePeople } from '../../../data/people.ts';
import { tagsQuery } from '../../../data/tags.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { filterOf, sharings, type DocumentsSearch, type Filter } from '../documents-search.ts';
import { FilterMenu } from './filter-menu.tsx';

const day = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const statuses = ['queued', 'processing', 'completed', 'failed'] as const;

type Props = { search: DocumentsSearch; onChange(filter: Partial<Record<keyof Filter, string | undefined>>): void };

/** The conditions of the list, side by side. On a phone they scroll sideways. */
export const Filters = ({ search, onChange }: Props) => {
  const { t, format } = useLanguage();
  const api = useApi();
  const { data: tags = [] } = useQuery(tagsQuery(api));
  const { data: folders = [] } = useQuery(foldersQuery(api));
  const people = usePeople();
  const shares = (useQuery(vaultsQuery(api)).data?.length ?? 0) > 0;
  const any = Object.keys(filterOf(search)).length > 0;
  const spans = ([30, 90, 365] as const).map((days) => ({ value: dateIn(days), label: t(`documents.expires.${days}`) }));
  const expires = search.expiresBefore && !spans.some(({ value }) => value === search.expiresBefore) ? [...spans, { value: search.expiresBefore, label: format.date(search.expiresBefore) }] : spans;
  const sorted = <T extends { label: string }>(list: T[]) => list.sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div role="group" aria-label={t('documents.filter')} className="flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:flex-wrap">
      <FilterMenu label={t('documents.filter.category')} value={search.category ?? ''} options={sorted(categories.map((value) => ({ value, label: t(`category.${value}`) })))} onChange={(category) => { onChange({ category }); }} />
      <FilterMenu label={t('documents.filter.type')} value={search.documentType ?? ''} options={sorted(documentTypes.map((value) => ({ value, label: t(`type.${value}`) })))} onChange={(documentType) => { onChange({ documentType }); }} />
      {(tags.length > 0 || search.tag) && <FilterMenu label={t('documents.filter.tag')} value={search.tag ?? ''} options={tags.map(({ name }) => ({ value: name, label: name }))} onChange={(tag) => { onChange({ tag }); }} />}
      {(people.length > 0 || search.person) && <FilterMenu label={t('documents.filter.person')} value={search.person ?? ''} options={people.map((name) => ({ value: name, label: name }))} onChange={(person) => { onChange({ person }); }} />}
      {(folders.length > 0 || search.folderId) && (
        <FilterMenu
          label={t('documents.filter.folder')}
          value={search.folderId ?? ''}
          options={[{ value: 'none', label: t('documents.folders.none') }, ...treeOf(folders).map(({ id, path }) => ({ value: id, label: path }))]}
          onChange={(folderId) => { onChange({ folderId }); }}
        />
      )}
      {(shares || search.sharing) && <FilterMenu label={t('documents.filter.sharing')} value={search.sharing ?? ''} options={sharings.map((value) => ({ value, label: t(`documents.sharing.${value}`) }))} onChange={(sharing) => { onChange({ sharing }); }} />}
      <FilterMenu label={t('documents.filter.expires')} value={search.expiresBefore ?? ''} options={expires} onChange={(expiresBefore) => { onChange({ expiresBefore }); }} />
      <FilterMenu label={t('documents.filter.status')} value={search.status ?? ''} options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))} onChange={(status) => { onChange({ status }); }} />
      {any && (
        <Button small kind="quiet" className="shrink-0 rounded-full" onClick={() => { onChange({ category: undefined, documentType: undefined, tag: undefined, person: undefined, folderId: undefined, sharing: undefined, expiresBefore: undefined, status: undefined }); }}>
          <X size={14} aria-hidden />{t('documents.filter.clear')}
        </Button>
      )}
    </div>
  );
};

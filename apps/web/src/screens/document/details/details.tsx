import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { categories, documentTypes, type Category, type DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Document, Field } from '@docuvault/contract/document.ts';
import { useApi } from '../../../app/session.tsx';
import { useChangeDocument } from '../../../data/change-document.ts';
import { foldersQuery, treeOf } from '../../../data/folders.ts';
import { usePeople } from '../../../data/people.ts';
import { withLaterTexts } from '../../../i18n/later-texts.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { LineField } from '../../../ui/line-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Fields } from './fields.tsx';
import { FilingSuggestions } from './filing-suggestions.tsx';
import { Section } from './section.tsx';
import { TagsEditor } from './tags-editor.tsx';

const DocumentReminders = lazy(() => withLaterTexts(() => import('./document-reminders.tsx')).then((module) => ({ default: module.DocumentReminders })));

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[8rem_minmax(0,1fr)] gap-2 py-1 text-sm">
    <dt className="text-ink-soft">{name}</dt>
    <dd className="px-2.5 break-words">{children}</dd>
  </div>
);

/** What is known of a document, all of it open to correction. */
export const Details = ({ document, onShow }: { document: Document; onShow(field: Field): void }) => {
  const { t, n, format, language } = useLanguage();
  const { mutate } = useChangeDocument(document.id);
  const { data: folders = [] } = useQuery(foldersQuery(useApi()));
  const people = usePeople();
  const readOnly = document.access === 'view';
  const isMine = (document.access ?? 'owner') === 'owner';
  const sorted = (options: { value: string; label: string }[]) => options.sort((a, b) => a.label.localeCompare(b.label));
  const spoken = document.language ? (new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(document.language) ?? document.language) : null;
  return (
    <>
      {document.summary && <Section title={t('document.summary')}><p className="text-sm leading-6 text-ink-soft">{document.summary}</p></Section>}
      <Fields document={document} onShow={onShow} />
      <Section title={t('document.filing')}>
        {isMine && <FilingSuggestions document={document} onAccept={mutate} />}
        <SelectField disabled={readOnly} label={t('document.type')} value={document.documentType} options={sorted(documentTypes.map((value) => ({ value, label: t(`type.${value}`) })))} onChange={(value) => { mutate({ documentType: value as DocumentType }); }} />
        <SelectField disabled={readOnly} label={t('document.category')} value={document.category} options={sorted(categories.map((value) => ({ value, label: t(`category.${value}`) })))} onChange={(value) => { mutate({ category: value as Category }); }} />
        <SelectField disabled={!isMine} label={t('document.folder')} value={document.folderId ?? ''} options={[{ value: '', label: t('documents.move.none') }, ...treeOf(folders.filter(({ id, ownerId }) => ownerId === document.ownerId || id === document.folderId)).map(({ id, path }) => ({ value: id, label: path }))]} onChange={(value) => { mutate({ folderId: value || null }); }} />
        <LineField disabled={readOnly} label={t('document.person')} value={document.person ?? ''} placeholder={t('common.none')} suggestions={people} onSave={(value) => { mutate({ person: value || null }); }} />
        <LineField disabled={readOnly} label={t('document.expires')} type="date" placeholder={t('common.none')} value={document.expiresOn ?? ''} onSave={(value) => { mutate({ expiresOn: value || null }); }} />
        <TagsEditor readOnly={!isMine} tags={document.tags} onChange={(tags) => { mutate({ tags }); }} />
      </Section>
      {!document.deletedAt && <Suspense><DocumentReminders document={document} /></Suspense>}
      <Section title={t('document.file')}>
        <dl>
          <Fact name={t('document.name')}>{document.fileName}</Fact>
          <Fact name={t('document.size')}>{format.bytes(document.sizeBytes)}{document.pageCount ? ` · ${n('document.pages', document.pageCount)}` : ''}</Fact>
          {spoken && <Fact name={t('document.language')}>{spoken}</Fact>}
          <Fact name={t('document.added')}><time dateTime={document.createdAt}>{format.moment(document.createdAt)}</time></Fact>
          <Fact name={t('document.changed')}><time dateTime={document.updatedAt}>{format.moment(document.updatedAt)}</time></Fact>
          <Fact name={t('document.fingerprint')}><code className="text-xs text-ink-soft">{document.sha256}</code></Fact>
        </dl>
      </Section>
    </>
  );
};

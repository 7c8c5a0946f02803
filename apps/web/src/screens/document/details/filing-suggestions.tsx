import { useQuery } from '@tanstack/react-query';
import { Check, Folder, Sparkles, Tag, User, X, type LucideIcon } from 'lucide-react';
import type { Document } from '@docuvault/contract/document.ts';
import type { DocumentPatch } from '@docuvault/contract/documents.ts';
import { useApi } from '../../../app/session.tsx';
import { filingQuery } from '../../../data/filing.ts';
import { useRejected } from '../../../data/rejected.ts';
import { useLanguage } from '../../../i18n/language.tsx';

type Suggestion = { key: string; icon: LucideIcon; text: string; name: string; patch: DocumentPatch };

const round = 'grid size-8 place-items-center rounded-full';

/** Where the paper may belong, one tap each: taken or waved away. */
export const FilingSuggestions = ({ document, onAccept }: { document: Document; onAccept(patch: DocumentPatch): void }) => {
  const { t } = useLanguage();
  const { data } = useQuery({ ...filingQuery(useApi(), document.id, document.updatedAt), enabled: document.status === 'completed' && !document.deletedAt, placeholderData: (before) => before });
  const { rejected, reject } = useRejected(document.id);
  const all: Suggestion[] = data
    ? [
        ...(data.folder && !document.folderId ? [{ key: `folder ${data.folder.id}`, icon: Folder, text: data.folder.name, name: t('document.folder'), patch: { folderId: data.folder.id } }] : []),
        ...(data.person && !document.person ? [{ key: `person ${data.person}`, icon: User, text: data.person, name: t('document.person'), patch: { person: data.person } }] : []),
        ...data.tags.filter((tag) => !document.tags.some((one) => one.toLowerCase() === tag.toLowerCase())).map((tag) => ({ key: `tag ${tag}`, icon: Tag, text: tag, name: t('documents.tag.label'), patch: { tags: [...document.tags, tag] } })),
      ]
    : [];
  const shown = all.filter(({ key }) => !rejected.has(key));
  if (shown.length === 0) return null;
  return (
    <div role="group" aria-label={t('document.suggested')} className="mb-2 rounded-control bg-accent-wash p-3">
      <p className="mb-2 flex items-center gap-1.5 text-xs font-medium text-accent-strong"><Sparkles size={14} aria-hidden />{t('document.suggestedHint')}</p>
      <ul className="flex flex-wrap gap-2">
        {shown.map(({ key, icon: Icon, text, name, patch }) => (
          <li key={key} className="inline-flex max-w-full items-center rounded-full border border-line-strong bg-surface pl-3 text-sm">
            <Icon size={14} className="mr-1.5 shrink-0 text-ink-faint" aria-hidden />
            <span className="truncate"><span className="sr-only">{name}: </span>{text}</span>
            <button type="button" className={`${round} ml-1 text-accent hover:bg-accent-wash`} aria-label={t('document.suggestion.accept', { name, value: text })} title={t('document.suggestion.accept', { name, value: text })} onClick={() => { onAccept(patch); }}><Check size={16} aria-hidden /></button>
            <button type="button" className={`${round} text-ink-faint hover:bg-sunken hover:text-bad`} aria-label={t('document.suggestion.reject', { name, value: text })} title={t('document.suggestion.reject', { name, value: text })} onClick={() => { reject(key); }}><X size={15} aria-hidden /></button>
          </li>
        ))}
      </ul>
    </div>
  );
};

import { Eye, PencilLine } from 'lucide-react';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useFamilyNames } from '../../../data/family.ts';
import { useLanguage } from '../../../i18n/language.tsx';

/** Whose a document is that somebody else shares, and what one may do with it; nothing for one's own. */
export const OwnerNote = ({ document }: { document: Pick<DocumentSummary, 'access' | 'ownerId'> }) => {
  const { access = 'owner' } = document;
  return access === 'owner' ? null : <Named ownerId={document.ownerId} access={access} />;
};

const Named = ({ ownerId, access }: { ownerId: string; access: 'edit' | 'view' }) => {
  const { t } = useLanguage();
  const name = useFamilyNames(true).get(ownerId) ?? t('owner.somebody');
  const Icon = access === 'edit' ? PencilLine : Eye;
  return (
    <span title={`${t('owner.of', { name })} · ${t(`share.permission.${access}`)}`} className="inline-flex max-w-40 min-w-0 shrink items-center gap-1 rounded-full bg-sunken px-2 py-0.5 text-xs font-medium whitespace-nowrap text-ink-soft">
      <Icon size={12} className="shrink-0" aria-hidden />
      <span className="truncate"><span className="sr-only">{t('owner.of', { name: '' })}</span>{name}</span>
      <span className="sr-only">, {t(`share.permission.${access}`)}</span>
    </span>
  );
};

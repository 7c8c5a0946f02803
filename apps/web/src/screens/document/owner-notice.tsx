import { UsersRound } from 'lucide-react';
import type { Document } from '@docuvault/contract/document.ts';
import { useFamilyNames } from '../../data/family.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** Says whose a document is that somebody else shares, and what one may do with it. */
export const OwnerNotice = ({ document }: { document: Document }) => {
  const { t } = useLanguage();
  const { access = 'owner' } = document;
  const names = useFamilyNames(access !== 'owner');
  if (access === 'owner') return null;
  return (
    <p className="flex items-start gap-2.5 border-b border-line bg-accent-wash px-5 py-2.5 text-sm">
      <UsersRound size={16} className="mt-0.5 shrink-0 text-accent-strong" aria-hidden />
      <span>{t(`owner.note.${access}`, { name: names.get(document.ownerId) ?? t('owner.somebody') })} <span className="text-ink-soft">{t('owner.masked')}</span></span>
    </p>
  );
};

import { useQuery } from '@tanstack/react-query';
import { BookmarkPlus, BookmarkX } from 'lucide-react';
import { useState } from 'react';
import { VaultError } from '../../../api/vault-api.ts';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { useRemoveView, useSaveView, viewsQuery } from '../../../data/views.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { readDocumentsSearch, type DocumentsSearch } from '../documents-search.ts';

const same = (a: DocumentsSearch, b: DocumentsSearch): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Keeps what the list shows under a name, or lets a kept one go. */
export const SaveView = ({ search }: { search: DocumentsSearch }) => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { data: views = [] } = useQuery(viewsQuery(useApi()));
  const save = useSaveView();
  const remove = useRemoveView();
  const complain = (error: unknown) => {
    toast({ tone: 'bad', text: error instanceof VaultError && error.status === 409 ? t('documents.views.taken') : wordsOf(error, t, language) });
  };
  if (Object.keys(search).length === 0) return null;
  const kept = views.find((view) => same(readDocumentsSearch(view.query), search));
  if (kept) {
    return (
      <IconButton label={t('documents.views.remove')} onClick={() => { remove.mutate(kept.id, { onError: complain, onSuccess: () => { toast({ text: t('documents.views.removed') }); } }); }}>
        <BookmarkX size={18} aria-hidden />
      </IconButton>
    );
  }
  return (
    <>
      <IconButton label={t('documents.views.save')} onClick={() => { setAsking(true); }}><BookmarkPlus size={18} aria-hidden /></IconButton>
      {asking && (
        <NameDialog
          title={t('documents.views.save')}
          label={t('documents.views.name')}
          onClose={() => { setAsking(false); }}
          onSubmit={(name) => { save.mutate({ name, query: search }, { onError: complain, onSuccess: () => { toast({ text: t('documents.views.saved') }); } }); }}
        />
      )}
    </>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Document } from '@docuvault/contract/document.ts';
import type { DocumentPatch } from '@docuvault/contract/documents.ts';
import { wordsOf } from '../app/error-words.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { keys } from './keys.ts';

/** Puts a document right; shown at once, taken back where the vault refuses. */
export const useChangeDocument = (id: string) => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, language } = useLanguage();
  return useMutation({
    mutationFn: (patch: DocumentPatch) => api.send<Document>('PATCH', `documents/${id}`, patch),
    onMutate: async (patch) => {
      await queries.cancelQueries({ queryKey: keys.document(id), exact: true });
      const before = queries.getQueryData<Document>(keys.document(id));
      if (before) queries.setQueryData<Document>(keys.document(id), { ...before, ...patch, fields: before.fields });
      return before;
    },
    onError: (error, _patch, before) => {
      if (before) queries.setQueryData(keys.document(id), before);
      toast({ text: wordsOf(error, t, language), tone: 'bad' });
    },
    onSuccess: (document, patch) => {
      queries.setQueryData(keys.document(id), document);
      void queries.invalidateQueries({ queryKey: keys.lists });
      void queries.invalidateQueries({ queryKey: [...keys.document(id), 'activity'] });
      if (patch.tags) void queries.invalidateQueries({ queryKey: keys.tags });
      if (patch.folderId !== undefined) void queries.invalidateQueries({ queryKey: keys.folders });
    },
  });
};

/** Reads a document again from its original; with a password where it is protected. */
export const useReprocess = (id: string) => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password?: string) => api.send('POST', 'document-processor', { documentId: id, ...(password ? { password } : {}) }),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: keys.document(id) }), queries.invalidateQueries({ queryKey: keys.lists })]),
  });
};

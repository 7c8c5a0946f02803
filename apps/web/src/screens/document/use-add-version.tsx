import { useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import { wordsOf } from '../../app/error-words.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { acceptedNames, checkFile } from '../../app/uploads/check-file.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { problemText } from '../upload/upload-state.ts';

/** Puts a new file in the place of a document's present one, which stays as an earlier version. `input` has to be rendered. */
export const useAddVersion = (document: Document): { choose(): void; input: ReactNode } => {
  const { t, language } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const queries = useQueryClient();
  const chooser = useRef<HTMLInputElement>(null);
  const send = async (file: File): Promise<void> => {
    const problem = await checkFile(file);
    if (problem) {
      toast({ text: t(problemText(problem.code)), tone: 'bad' });
      return;
    }
    const form = new FormData();
    form.set('file', file);
    try {
      const answer = await api.call(`documents/${document.id}/versions`, { method: 'POST', body: form });
      const { duplicate } = (await answer.json()) as { duplicate: boolean };
      toast({ text: t(duplicate ? 'document.versionSame' : 'document.versionAdded') });
      await queries.invalidateQueries({ queryKey: keys.documents });
    } catch (error) {
      toast({ text: wordsOf(error, t, language), tone: 'bad' });
    }
  };
  return {
    choose: () => chooser.current?.click(),
    input: (
      <input
        ref={chooser}
        type="file"
        hidden
        data-upload="version"
        accept={acceptedNames}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
          event.target.value = '';
        }}
      />
    ),
  };
};

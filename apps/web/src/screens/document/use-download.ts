import type { Document } from '@docuvault/contract/document.ts';
import { wordsOf } from '../../app/error-words.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useLanguage } from '../../i18n/language.tsx';

const keptForMs = 60_000;

/** Saves the original bytes under the document's file name. */
export const useDownload = (file: Document): ((version?: number) => void) => {
  const api = useApi();
  const toast = useToast();
  const { t, language } = useLanguage();
  return (version) => {
    api
      .call(`documents/${file.id}/file${version ? `?version=${version}` : ''}`)
      .then((answer) => answer.blob())
      .then((blob) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = file.fileName;
        link.click();
        setTimeout(() => { URL.revokeObjectURL(link.href); }, keptForMs);
      })
      .catch((error: unknown) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); });
  };
};

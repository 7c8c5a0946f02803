import { CloudAlert } from 'lucide-react';
import { wordsOf } from '../app/error-words.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Button } from './button.tsx';

/** Says that something could not be read, in words, with the way to try again. */
export const Failed = ({ error, retry }: { error: unknown; retry(): void }) => {
  const { t, language } = useLanguage();
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-16 text-center">
      <CloudAlert size={28} className="text-bad" aria-hidden />
      <p className="text-ink-soft">{wordsOf(error, t, language)}</p>
      <Button small onClick={retry}>{t('common.retry')}</Button>
    </div>
  );
};

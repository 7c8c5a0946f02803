import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/session.tsx';
import { textQuery } from '../../../data/documents.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Failed } from '../../../ui/failed.tsx';
import type { Focus } from './focus.ts';
import { LitText } from './lit-text.tsx';
import { ViewerOpening } from './viewer-notes.tsx';

/** What was read from a document, page by page: the view of files that a browser cannot draw. */
export const TextViewer = ({ id, focus }: { id: string; focus: Focus | null }) => {
  const { t } = useLanguage();
  const text = useQuery(textQuery(useApi(), id));
  if (text.isPending) return <ViewerOpening />;
  if (text.isLoadingError) return <Failed error={text.error} retry={() => void text.refetch()} />;
  return (
    <div tabIndex={0} role="region" aria-label={t('viewer.pages')} className="min-h-0 flex-1 overflow-auto bg-sunken p-4 -outline-offset-2 md:p-6">
      <p className="mx-auto mb-3 max-w-3xl text-sm text-ink-soft">{t('viewer.textOnly')}</p>
      {text.data.map(({ page, text: words }) => (
        <article key={page} aria-label={t('viewer.page', { page })} className="mx-auto mb-4 max-w-3xl rounded-card border border-line bg-surface p-6 leading-7 md:p-10">
          <LitText text={words} focus={focus} follow={focus?.page === page || (focus?.page === null && page === 1)} />
        </article>
      ))}
      {text.data.length === 0 && <p className="p-8 text-center text-ink-soft">{t('viewer.noText')}</p>}
    </div>
  );
};

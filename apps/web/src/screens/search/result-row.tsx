import { Link } from '@tanstack/react-router';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { SearchResult } from '../../data/search.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { partsOf, wordsToLight } from './snippet.ts';
import { TypeIcon } from './type-icon.tsx';

type Props = { result: SearchResult; query: string; onOpen(): void };

/** Something found: what it is, the words around the match, why it was found. It opens at the page, with the words lit up. */
export const ResultRow = ({ result, query, onOpen }: Props) => {
  const { t } = useLanguage();
  const { documentId, title, category, documentType, page, snippet, matchedBy } = result;
  const q = wordsToLight(query, snippet);
  return (
    <li>
      <Link
        to="/documents/$documentId"
        params={{ documentId }}
        search={{ ...(page ? { page } : {}), ...(q ? { q } : {}) }}
        onClick={onOpen}
        data-result
        className="flex gap-3 rounded-card border border-transparent px-3 py-3 -outline-offset-2 hover:border-line hover:bg-surface focus-visible:bg-surface"
      >
        <TypeIcon category={category} />
        <span className="grid min-w-0 grow gap-1">
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 font-medium break-words">{title}</span>
            <span className="text-xs text-ink-faint">
              {t(`type.${documentType as DocumentType}`)}
              {page !== null && <> · {t('viewer.page', { page })}</>}
            </span>
          </span>
          {snippet && (
            <span className="line-clamp-3 text-sm leading-relaxed break-words text-ink-soft">
              {partsOf(snippet).map((part, index) => (part.lit ? <mark key={index} className="px-0.5 text-ink">{part.text}</mark> : part.text))}
            </span>
          )}
          {matchedBy.length > 0 && <span className="text-xs text-ink-faint"><span className="sr-only">{t('search.why')}: </span>{matchedBy.map((why) => t(`search.why.${why}`)).join(' · ')}</span>}
        </span>
      </Link>
    </li>
  );
};

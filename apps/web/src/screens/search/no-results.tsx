import { Link } from '@tanstack/react-router';
import { MessageCircleQuestionMark, SearchX } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { withoutFacet, type SearchSearch } from './search-search.ts';

const operator = /(?:^|\s)-?(?:"[^"]*"|[a-z]+:(?:"[^"]*"|\S+)|-\S+)/gi;

/** Nothing was found: the nearest ways to find something. */
export const NoResults = ({ search, onTry }: { search: SearchSearch; onTry(search: SearchSearch): void }) => {
  const { t } = useLanguage();
  const { q = '', mode } = search;
  const bare = q.replaceAll('"', '').replaceAll(operator, ' ').replaceAll(/\s+/g, ' ').trim();
  const narrowed = Object.keys(withoutFacet(search)).length < Object.keys(search).length;
  const words = bare.split(' ').sort((a, b) => b.length - a.length);
  return (
    <Empty icon={SearchX} title={t('search.none.title')} body={t('search.none.body')}>
      <div className="flex flex-wrap justify-center gap-2 pt-1">
        {narrowed && <Button small onClick={() => { onTry(withoutFacet(search)); }}>{t('search.none.facets')}</Button>}
        {bare !== '' && bare !== q.trim() && <Button small onClick={() => { onTry({ ...search, q: bare }); }}>{t('search.none.plain', { query: bare.slice(0, 40) })}</Button>}
        {bare === q.trim() && words.length > 2 && <Button small onClick={() => { onTry({ ...search, q: words.slice(0, 2).join(' ') }); }}>{t('search.none.plain', { query: words.slice(0, 2).join(' ') })}</Button>}
        {mode && <Button small onClick={() => { onTry({ ...search, mode: 'hybrid' }); }}>{t('search.none.mode')}</Button>}
        {q.trim() !== '' && <Link to="/chat" search={{ ask: q.trim() }} className="inline-flex min-h-9 items-center gap-2 rounded-control px-3 text-sm font-medium text-accent hover:bg-sunken"><MessageCircleQuestionMark size={16} aria-hidden />{t('search.none.ask')}</Link>}
      </div>
    </Empty>
  );
};

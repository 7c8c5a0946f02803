import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import { useApi } from '../../app/session.tsx';
import { facetsQuery, type Facets as Counted } from '../../data/search.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { cx } from '../../ui/cx.ts';
import { chosenOf, facetNames, requestOf, withoutFacet, type FacetName, type SearchSearch } from './search-search.ts';

const counted: Record<FacetName, keyof Counted> = { category: 'category', type: 'documentType', person: 'person', year: 'year', tag: 'tags' };
const few = 6;

type GroupProps = { name: FacetName; values: Counted[keyof Counted]; chosen: readonly string[]; onToggle(value: string): void };

const Group = ({ name, values, chosen, onToggle }: GroupProps) => {
  const { t, n, format } = useLanguage();
  const [all, setAll] = useState(false);
  const label = (value: string) => (name === 'category' ? t(`category.${value as Category}`) : name === 'type' ? t(`type.${value as DocumentType}`) : value);
  const known = new Set(values.map(({ value }) => value));
  const list = [...values, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))];
  const shown = all ? list : list.filter(({ value }, index) => index < few || chosen.includes(value));
  if (list.length === 0) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-xs font-medium text-ink-faint">{t(`search.facet.${name}`)}</legend>
      <div className="flex flex-wrap gap-1.5">
        {shown.map(({ value, count }) => {
          const on = chosen.includes(value);
          return (
            <button
              key={value}
              type="button"
              aria-pressed={on}
              onClick={() => { onToggle(value); }}
              className={cx('inline-flex min-h-8 max-w-full items-center gap-2 rounded-full border px-3 text-left text-sm', on ? 'border-accent bg-accent-wash font-medium text-accent-strong' : 'border-line-strong bg-surface text-ink-soft hover:text-ink')}
            >
              <span className="truncate">{label(value)}</span>
              <span className="text-xs tabular-nums opacity-80">{format.number(count)}</span>
            </button>
          );
        })}
        {list.length > shown.length && (
          <button type="button" onClick={() => { setAll(true); }} className="min-h-8 rounded-full px-2 text-sm text-accent underline-offset-4 hover:underline">{n('search.facet.more', list.length - shown.length)}</button>
        )}
      </div>
    </fieldset>
  );
};

type Props = { search: SearchSearch; counts: Counted | undefined; onToggle(facet: FacetName, value: string): void };

/** What a search can be narrowed to, with counts. A facet of alternatives counts as if it were not switched on, so that its others stay in reach. */
export const Facets = ({ search, counts, onToggle }: Props) => {
  const api = useApi();
  const narrowed = facetNames.filter((name) => name !== 'tag' && chosenOf(search, name).length > 0);
  const wider = useQueries({ queries: narrowed.map((name) => facetsQuery(api, requestOf(withoutFacet(search, name)))) });
  return (
    <div className="grid content-start gap-4">
      {facetNames.map((name) => {
        const own = wider[narrowed.indexOf(name)]?.data ?? counts;
        return <Group key={name} name={name} values={own?.[counted[name]] ?? []} chosen={chosenOf(search, name)} onToggle={(value) => { onToggle(name, value); }} />;
      })}
    </div>
  );
};

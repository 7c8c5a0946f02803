import { categories, documentTypes, type Category, type DocumentType } from '@docuvault/core/vocabulary.ts';

export const modes = ['hybrid', 'keyword', 'semantic'] as const;
export type Mode = (typeof modes)[number];

/** A search as its address says it: the words, and the facets that are switched on. */
export type SearchSearch = { q?: string; mode?: Mode; category?: Category[]; type?: DocumentType[]; person?: string; tag?: string[]; year?: number };

const most = 30;
const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
const known = <T extends string>(names: readonly T[], value: unknown): T[] => names.filter((name) => list(value).includes(name));

/** Reads what of an address is meant for the search; the rest is dropped. */
export const readSearchSearch = (search: Record<string, unknown>): SearchSearch => {
  const [q = ''] = list(search.q);
  const [person = ''] = list(search.person);
  const mode = modes.find((one) => one === search.mode && one !== 'hybrid');
  const category = known(categories, search.category);
  const type = known(documentTypes, search.type);
  const tag = [...new Set(list(search.tag).map((name) => name.slice(0, 100)))].filter(Boolean).slice(0, most);
  const year = Number(search.year);
  return {
    ...(q.trim() ? { q: q.slice(0, 1_000) } : {}),
    ...(mode ? { mode } : {}),
    ...(category.length > 0 ? { category } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(person ? { person: person.slice(0, 200) } : {}),
    ...(tag.length > 0 ? { tag } : {}),
    ...(Number.isInteger(year) && year > 1000 && year < 10_000 ? { year } : {}),
  };
};

export const facetNames = ['category', 'type', 'person', 'year', 'tag'] as const;
export type FacetName = (typeof facetNames)[number];

/** What of a facet is switched on. */
export const chosenOf = (search: SearchSearch, facet: FacetName): string[] => list(search[facet]);

/** Switches one value of a facet on or off. A person and a year stand alone; of the others there may be several. */
export const toggleFacet = (search: SearchSearch, facet: FacetName, value: string): SearchSearch => {
  const before = chosenOf(search, facet);
  const next = before.includes(value) ? before.filter((one) => one !== value) : facet === 'person' || facet === 'year' ? [value] : [...before, value];
  return readSearchSearch({ ...search, [facet]: facet === 'year' || facet === 'person' ? next[0] : next });
};

/** Everything of a search but its facets, or but one of them. */
export const withoutFacet = (search: SearchSearch, facet?: FacetName): SearchSearch =>
  readSearchSearch(Object.fromEntries(Object.entries(search).filter(([name]) => (facet ? name !== facet : !facetNames.includes(name as FacetName)))));

/** The body that `search-engine` takes for it. */
export const requestOf = ({ q = '', mode = 'hybrid', category, type, person, tag, year }: SearchSearch) => ({
  query: q,
  mode,
  filters: {
    ...(category ? { category } : {}),
    ...(type ? { documentType: type } : {}),
    ...(person ? { person } : {}),
    ...(tag ? { tags: tag } : {}),
    ...(year ? { after: `${year}-01-01`, before: `${year + 1}-01-01` } : {}),
  },
});

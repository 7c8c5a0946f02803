import * as z from 'zod/mini';
import { calendarDate, id } from './common.ts';

const word = z.string().check(z.maxLength(200));
const oneOrMore = z.union([word, z.array(word).check(z.maxLength(50))]);

/** What a search is narrowed to, beside the operators in its text. `before` and `after` are of the document's own date. */
export const searchFilters = z.object({
  category: z.optional(oneOrMore),
  documentType: z.optional(oneOrMore),
  tags: z.optional(z.array(word).check(z.maxLength(50))),
  person: z.optional(word),
  folderId: z.optional(id),
  status: z.optional(word),
  before: z.optional(calendarDate),
  after: z.optional(calendarDate),
  documentIds: z.optional(z.array(id).check(z.maxLength(1000))),
  trashed: z.optional(z.boolean()),
});

export const searchRequest = z.object({
  query: z._default(z.string(), ''),
  mode: z._default(z.enum(['hybrid', 'keyword', 'semantic']), 'hybrid'),
  filters: z._default(searchFilters, {}),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(200)), 20),
  cursor: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
});

const facet = z.array(z.object({ value: z.string(), count: z.int() }));

/** `snippet` is HTML: escaped text with matches in `<mark>`, identity numbers masked. `page` is where the snippet stands; null where the document has no text. */
export const searchAnswer = z.object({
  results: z.array(
    z.object({
      documentId: id, title: z.string(), category: z.string(), documentType: z.string(), score: z.number(), page: z.nullable(z.int()), snippet: z.string(),
      matchedBy: z.array(z.enum(['title', 'text', 'semantic', 'type'])),
    }),
  ),
  total: z.int(),
  facets: z.object({ category: facet, documentType: facet, tags: facet, person: facet, year: facet }),
  nextCursor: z.nullable(z.string()),
  tookMs: z.number(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

export const suggestQuery = z.object({ q: z._default(z.string(), ''), limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(20))) });
export const suggestAnswer = z.object({
  suggestions: z.array(z.object({ text: z.string(), kind: z.enum(['title', 'person', 'tag', 'type']), documentId: z.nullable(id) })),
});

/** Documents like one document, as `GET documents/{id}/similar` gives them. */
export const similarAnswer = z.object({
  items: z.array(z.object({ documentId: id, title: z.string(), category: z.string(), documentType: z.string(), score: z.number() })),
});

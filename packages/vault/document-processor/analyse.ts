import type { PageText } from '@docuvault/core/pages.ts';
import type { Chunk, Understanding } from '@docuvault/core/understanding.ts';
import { chunk } from '../understanding/chunk.ts';
import { understand, type UnderstandHints } from '../understanding/understand.ts';

/** What the rules make of a document's pages, and the passages to index. */
export type Analysis = { understanding: Understanding; chunks: Chunk[] };

/** How pages are analysed: on this thread, or on another where a composition root says so. */
export type Analyse = (pages: PageText[], hints: UnderstandHints) => Promise<Analysis>;

/** Analyses on the calling thread; about a millisecond a page. */
export const analyseHere: Analyse = (pages, hints) => Promise.resolve({ understanding: understand(pages, hints), chunks: chunk(pages) });

import { ToolFailure, type DocumentSession } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';

const fastBatch = 50;
const slowBatch = 2;

/** A run of pages that are still to be read, both ends included. */
export type PageRange = { from: number; to: number };

/** The pages of 1..`count` that are not known yet, as runs. */
export const missingRanges = (known: ReadonlySet<number>, count: number): PageRange[] => {
  const ranges: PageRange[] = [];
  for (let page = 1; page <= count; page++) {
    if (known.has(page)) continue;
    const last = ranges.at(-1);
    if (last?.to === page - 1) last.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges;
};

/**
 * Reads pages in batches: many at a time where the text is there to take, few where they have to be recognised.
 * `careful`, after an attempt that broke: one by one, and a page that breaks is recorded as empty before the failure is
 * passed on, so that the next attempt goes on behind it.
 */
export async function* readInBatches(session: DocumentSession, ranges: readonly PageRange[], careful: boolean): AsyncGenerator<PageText[]> {
  for (const range of ranges) {
    for (let from = range.from; from <= range.to; ) {
      let to = Math.min(range.to, from + fastBatch - 1);
      if (careful) to = from;
      else if (to - from >= slowBatch && !(await session.hasTextLayer(from, to))) to = Math.min(range.to, from + slowBatch - 1);
      try {
        yield await session.readPages(from, to);
      } catch (error) {
        if (careful && error instanceof ToolFailure && (error.code === 'timeout' || error.code === 'out_of_memory')) {
          yield [{ page: from, text: '', source: 'ocr', confidence: 0 }];
        }
        throw error;
      }
      from = to + 1;
    }
  }
}

import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { PAGE_BREAK } from './word-xml.ts';

/** About what a printed page holds. */
const PAGE_CHARACTERS = 3_000;
/** Beyond this a "document" is a dump; its first pages are kept. */
const MAX_PAGES = 5_000;

/** Cuts the text of an office document into pages: at page breaks where it has any, else at the paragraph's end nearest above 3,000 characters. */
export function cutPages(text: string): string[] {
  const parts = text.split(PAGE_BREAK);
  const pages = (parts.length > 1 ? parts : cutByLength(text)).flatMap((part) => part.length > 4 * PAGE_CHARACTERS ? cutByLength(part) : [part]);
  const cleaned = pages.map(cleanText);
  // A break just before the end or a heading's "break before" leaves empty pages that nobody sees.
  const kept = cleaned.filter((page) => page !== '').slice(0, MAX_PAGES);
  return kept.length > 0 ? kept : [''];
}

function cutByLength(text: string): string[] {
  const pages: string[] = [];
  let page = '';
  for (const paragraph of text.split('\n')) {
    if (page !== '' && page.length + paragraph.length > PAGE_CHARACTERS) { pages.push(page); page = ''; }
    page += (page === '' ? '' : '\n') + paragraph;
    while (page.length > 2 * PAGE_CHARACTERS) {
      // A paragraph longer than a page is cut at a space.
      const space = page.lastIndexOf(' ', PAGE_CHARACTERS);
      const at = space > PAGE_CHARACTERS / 2 ? space + 1 : PAGE_CHARACTERS;
      pages.push(page.slice(0, at));
      page = page.slice(at);
    }
  }
  pages.push(page);
  return pages;
}

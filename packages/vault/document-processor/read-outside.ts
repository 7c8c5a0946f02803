import { uuidv7 } from 'uuidv7';
import type { DocumentSession } from '@docuvault/core/document-tools.ts';
import { Unread } from '@docuvault/core/page-reader.ts';
import { packWords } from '@docuvault/core/page-words.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import type { OutsideReading } from '../context.ts';
import { putBackPages, recordOutside, takePages, type NotOutside, type OutsideRecord } from './outside-reading.repository.ts';
import { background, type Work } from './work.ts';

/** Longest side of a picture that is sent: A4 at 300 dpi. */
const maxEdge = 3_508;

const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`;

/**
 * The same document, whose pages without a text of their own are read by the operator's service outside the vault: where their owner
 * agreed to it, and while the month's budget lasts. Whatever that service does not read, the vault's own reader does. What is about to be
 * sent is written into the document's history before it goes.
 */
export const readingOutside = (work: Work, session: DocumentSession): DocumentSession => {
  const outside = work.deps.outside;
  if (!outside) return session;
  const reads = createOutsidePages(work, session, outside);
  return {
    ...session,
    readPages: async (from, to) => {
      const pages: PageText[] = [];
      const read = await reads(from, Math.min(to, session.opened.pageCount));
      for (let page = from; page <= to; page++) {
        const known = read.get(page);
        if (known) pages.push(known);
        else {
          let last = page;
          while (last < to && !read.has(last + 1)) last++;
          pages.push(...(await session.readPages(page, last)));
          page = last;
        }
      }
      return pages;
    },
  };
};

/** Reads what it may and can of a run of pages; those that it leaves out are the vault's own to read. */
const createOutsidePages = (work: Work, session: DocumentSession, { reader, pagesPerMonth }: OutsideReading) => {
  const { deps, job, signal } = work;
  const { provider, host } = reader;
  const recordId = uuidv7();
  const begun = deps.clock.now();
  const month = monthOf(begun);
  const record: OutsideRecord = { provider, host, sent: [], readHere: [], because: [] };
  let agreed = true;

  const write = () => deps.db.asService('what is read outside', (tx) => recordOutside(tx, job, recordId, record, begun), background);
  const readHere = async (pages: readonly number[], reasons: readonly string[]) => {
    if (pages.length === 0) return;
    record.readHere.push(...pages);
    record.because = [...new Set([...record.because, ...reasons])];
    await write();
  };
  const take = (wanted: number): Promise<number | NotOutside> =>
    deps.db.asService('may pages be read outside', (tx) => takePages(tx, job.userId, provider, { month, limit: pagesPerMonth, wanted }), background);

  return async (from: number, to: number): Promise<Map<number, PageText>> => {
    const done = new Map<number, PageText>();
    if (!agreed) return done;
    const wanted: number[] = [];
    for (let page = from; page <= to; page++) if (!(await session.hasTextLayer(page, page))) wanted.push(page);
    if (wanted.length === 0) return done;
    const given = await take(wanted.length);
    if (given === 'consent') {
      agreed = false;
      return done;
    }
    if (given === 'budget') {
      await readHere(wanted, ['budget']);
      return done;
    }
    const drawn: { page: number; jpeg: Uint8Array }[] = [];
    let charged = 0;
    try {
      for (const page of wanted.slice(0, given)) {
        const jpeg = await session.picture(page, { maxEdge, mark: [] });
        if (jpeg) drawn.push({ page, jpeg });
      }
      if (drawn.length > 0) {
        record.sent.push(...drawn.map(({ page }) => page));
        await write();
        // Until it is known what came of them they count.
        charged = drawn.length;
        const answers = await reader.read(drawn.map(({ jpeg }) => jpeg), signal);
        charged = answers.filter((answer) => !(answer instanceof Unread) || answer.charged).length;
        const reasons = new Set<string>();
        answers.forEach((answer, k) => {
          const { page } = drawn[k]!;
          if (!(answer instanceof Unread)) done.set(page, { page, text: answer.text, source: 'ocr', confidence: answer.confidence, words: packWords(answer.words), reader: provider });
          else {
            reasons.add(answer.reason);
            if (!answer.sent) record.sent = record.sent.filter((one) => one !== page);
          }
        });
        if (reasons.size > 0) {
          deps.log.warn('pages were not read outside', { documentId: job.documentId, provider, reasons: [...reasons] });
          await readHere(drawn.map(({ page }) => page).filter((page) => !done.has(page)), [...reasons]);
        }
      }
      await readHere(wanted.slice(given), ['budget']);
    } finally {
      if (charged < given) await deps.db.asService('pages not read outside', (tx) => putBackPages(tx, job.userId, provider, month, given - charged), background);
    }
    return done;
  };
};

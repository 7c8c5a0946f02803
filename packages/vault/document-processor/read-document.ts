import { ToolFailure, type DocumentSession } from '@docuvault/core/document-tools.ts';
import { openFile, sealedLength, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { followDates } from '../reminder-engine/follow-dates.ts';
import { offerRenewal } from '../reminder-engine/offer-renewal.ts';
import { fewPassages, indexInSteps, indexText, indexUnread, readChunks } from '../search-engine/index-text.ts';
import type { Analysis } from './analyse.ts';
import { openPassword } from './enqueue.ts';
import { readHousehold } from './household.repository.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { loadPages, storePages, storeUnderstanding } from './pages.repository.ts';
import { completeJob, giveBack, noteProgress, othersWait, passToEmbedding, startOver, whileHeld, type Job } from './queue.repository.ts';
import { readingOutside } from './read-outside.ts';
import { missingRanges, readInBatches } from './read-pages.ts';
import { background, unlessAborted, type Work } from './work.ts';

const readingShare = 0.7;
/** Fewer pages than this in one sitting is no progress to speak of. */
const worthwhilePages = 10;
const pagesACommit = 50;

/** The whole plain file. At most 50 MiB; the reader needs all of it. */
const plainBytes = async (work: Work, file: SealedFile): Promise<Uint8Array> => {
  const whole = new Uint8Array(sealedLength(file));
  let offset = 0;
  for await (const part of openFile(work.deps, file)) {
    work.signal.throwIfAborted();
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/**
 * Reads a document: its missing pages, what they say, the index, the picture; then passes it on to be embedded.
 * Each step is stored as it is reached, and a next attempt does not repeat it. `again`: gave the job back in favour
 * of others that wait.
 */
export const readDocument = async (work: Work): Promise<'done' | 'again'> => {
  const { deps, job, signal } = work;
  if (job.payload.fresh) await deps.db.asService('read a document anew', (tx) => startOver(tx, job, deps.clock.now()), background);
  // Whoever worked on it before may have died of it, and nobody may come to tell of it.
  if (job.attempts > 1) await deps.db.asService('find a document by its title', (tx) => indexUnread(tx, job.documentId), background);
  const password = job.payload.password ? await openPassword(deps.keyring, job.documentId, job.payload.password) : undefined;
  const known = job.knownPages > 0 && !job.payload.fresh ? await deps.db.asService('pages read before', (tx) => loadPages(tx, job), background) : [];
  const session = readingOutside(work, await unlessAborted(signal, deps.tools.open(await plainBytes(work, job.file), { mimeType: job.mimeType, password, signal })));
  try {
    const read = await readMissing(work, session, known);
    if (read === 'yielded') return 'again';
    const picture = await makeThumbnail(work, session);
    await deps.db.asService('a document is read', async (tx) => {
      await picture.store(tx);
      await (read.chunks.length > 0 ? passToEmbedding : completeJob)(tx, job, deps.clock.now());
      await followDates(tx, job.documentId, deps.clock.now());
      await offerRenewal(tx, job.documentId, deps.clock.now());
    }, background);
    await picture.releaseOld();
    return 'done';
  } finally {
    void session.close().catch(() => undefined);
  }
};

/** Whom the vault knows is asked for anew when it was so long ago: other papers have been read meanwhile. */
const householdHoldsMs = 500;

/** Fetches whom the vault knows with the claim: a paper with text is analysed a few milliseconds later. */
export const firstHousehold = async (tx: Tx, job: Job): Promise<void> => {
  job.household = { members: await readHousehold(tx, job), at: performance.now() };
};

const analysed = async (work: Work, pages: PageText[]): Promise<Analysis> => {
  const { job, deps } = work;
  const known = job.household && performance.now() - job.household.at < householdHoldsMs ? job.household.members : null;
  const household = known ?? (await deps.db.asService('whom the vault knows', (tx) => readHousehold(tx, job), background));
  return work.analyse(pages, {
    fileName: job.fileName, today: deps.clock.now().toISOString().slice(0, 10), household,
    ...(job.userEdited.includes('title') ? { title: job.title } : {}), ...(job.country ? { homeCountry: job.country } : {}),
  });
};

const readMissing = async (work: Work, session: DocumentSession, known: PageText[]): Promise<Analysis | 'yielded'> => {
  const { deps, job, signal, pace } = work;
  const count = session.opened.pageCount;
  const pages = new Map(known.filter((page) => page.page <= count).map((page) => [page.page, page]));
  let unstored: PageText[] = [];
  let indexed = pages.size;
  const begun = performance.now();
  let storedAt = begun;
  let indexedAt = begun;
  const sorted = () => [...pages.values()].sort((a, b) => a.page - b.page);

  const advance = (tx: Tx, stored: PageText[], stage: 'reading' | 'thumbnail') =>
    noteProgress(tx, job, { stage, progress: (Math.min(pages.size, count) / count) * readingShare, advanced: stored.length > 0, now: deps.clock.now() });
  /** Stores what is unstored, so many pages a commit that nobody waits long. */
  const store = async () => {
    while (unstored.length > 0) {
      const some = unstored.slice(0, pagesACommit);
      await deps.db.asService('pages of a document', async (tx) => {
        await advance(tx, some, 'reading');
        await storePages(tx, job, some, deps.clock.now());
      }, background);
      unstored = unstored.slice(some.length);
    }
    storedAt = performance.now();
  };
  /** Stores understanding and index of the pages so far, and these themselves; from then on they are found by their words. */
  const makeSearchable = async (): Promise<Analysis> => {
    const analysis = await analysed(work, sorted());
    const short = analysis.chunks.length <= fewPassages;
    const words = short ? await readChunks(analysis.chunks) : undefined;
    if (unstored.length > pagesACommit) await store();
    await deps.db.asService('what a document says', async (tx) => {
      await advance(tx, unstored, pages.size >= count ? 'thumbnail' : 'reading');
      await storePages(tx, job, unstored, deps.clock.now());
      const details = await storeUnderstanding(tx, job, analysis.understanding, count, deps.clock.now());
      if (short) await indexText(tx, { ...details, chunks: analysis.chunks }, words);
    }, background);
    unstored = [];
    storedAt = performance.now();
    if (!short) await indexInSteps((step) => deps.db.asService('index a long document', (tx) => whileHeld(tx, job, step), background), job.documentId, analysis.chunks);
    return analysis;
  };
  const indexIsDue = () =>
    pages.size - indexed >= Math.max(pace.indexEveryPages, indexed / 4) || (pages.size > indexed && performance.now() - indexedAt > pace.indexEveryMs);
  const shouldYield = async () => {
    const spent = performance.now() - begun;
    if (spent < pace.sliceMs) return false;
    const waiting = await deps.db.asService('does anybody wait', (tx) => othersWait(tx, job, deps.clock.now()), background);
    return waiting.fresh || (waiting.any && spent > pace.longSliceMs);
  };
  const letOthersPass = async () => {
    await deps.db.asService('let others pass', (tx) => giveBack(tx, job, deps.clock.now(), deps.clock.now()), background);
    return 'yielded' as const;
  };

  try {
    for (const batches = readInBatches(session, missingRanges(new Set(pages.keys()), count), job.attempts > 1); ; ) {
      const { done, value } = await unlessAborted(signal, batches.next());
      if (done) break;
      // Places of words are stored and not kept in mind: of thousands of pages they would be a burden.
      for (const page of value) pages.set(page.page, { ...page, words: null });
      unstored.push(...value);
      if (pages.size >= count || performance.now() - storedAt < pace.storeEveryMs) continue;
      if (indexIsDue()) {
        await makeSearchable();
        indexed = pages.size;
        indexedAt = performance.now();
      } else await store();
      if (await shouldYield()) return await letOthersPass();
    }
  } catch (error) {
    await store();
    // A document that takes longer than one sitting may goes on in the next, as long as each brings it further.
    if (error instanceof ToolFailure && error.code === 'timeout' && pages.size - known.length >= worthwhilePages) return letOthersPass();
    throw error;
  }
  return makeSearchable();
};

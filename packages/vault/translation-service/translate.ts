import type { TranslationAnswer, TranslationRequest } from '@docuvault/contract/translation.ts';
import { notFound } from '@docuvault/core/errors.ts';
import { isAgreed } from '../account/is-agreed.ts';
import type { UserContext } from '../context.ts';
import { readText } from '../documents/read-parts.ts';
import { mayLeave } from '../models/may-leave.ts';
import { readCalls } from '../models/read-calls.ts';
import { recipientOf, recipientsOf } from '../models/recipients.ts';
import { secondsToNextMonth, sendOut } from '../models/send-out.ts';
import { detectLanguage } from '../understanding/language.ts';
import { languageOf } from './languages.ts';
import { piecesOf } from './pieces.ts';
import { translatorsFor } from './translate-piece.ts';
import { budgetUsedUp, consentNeeded, languageNotSupported, nothingToTranslate, ownerConsentNeeded, providerAway, providerNeeded, tooLong } from './translation-service.errors.ts';
import { findDocument, findKept, keep, type Kept, type Languages } from './translations.repository.ts';

/** Pieces of one call: some 150 pages of letters, in a time that a connection lasts. */
const mostPieces = 60;
const atATime = 4;

type Source = { text: string; language: string | null; documentId: string | null };

const languageIn = (name: 'targetLanguage' | 'sourceLanguage', tag: string): string => {
  const language = languageOf(tag);
  if (language === null) throw languageNotSupported(name, tag);
  return language;
};

const hashOf = async (text: string): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

/** The text to translate: of the document as its reader sees it, identity numbers masked in what others share. */
const readSource = async ({ actor, deps }: UserContext, { documentId, text, fromPage, toPage }: TranslationRequest): Promise<Source> => {
  if (!documentId) return { text: text!, language: null, documentId: null };
  return deps.db.asUser(actor, async (tx) => {
    const document = await findDocument(tx, documentId);
    if (!document) throw notFound('document');
    const { pages } = await readText(tx, documentId);
    const chosen = pages.filter(({ page }) => page >= (fromPage ?? 1) && page <= (toPage ?? Infinity));
    if (!chosen.some((page) => /\p{L}/u.test(page.text))) throw nothingToTranslate(document.status);
    return { text: chosen.map((page) => page.text).join('\f'), language: document.language, documentId };
  });
};

/** Refuses what may not be sent, before anything is. */
const mustBeAllowed = async (ctx: UserContext, documentId: string | null, calls: number): Promise<void> => {
  const { actor, deps } = ctx;
  const recipient = recipientOf(deps);
  if (recipient === null) throw providerNeeded();
  const { agreed, leaves, left } = await deps.db.asUser(actor, async (tx) => {
    const { used, limit } = await readCalls(tx, ctx);
    return {
      agreed: await isAgreed(tx, actor.userId, 'language_models', recipient), left: limit - used,
      leaves: documentId === null || (await mayLeave(tx, [documentId], recipient)).has(documentId),
    };
  });
  if (!agreed) throw consentNeeded(recipientsOf(deps));
  if (!leaves) throw ownerConsentNeeded();
  if (left < calls) throw budgetUsedUp(secondsToNextMonth(deps.clock.now()));
};

/** Has one piece translated and keeps what came; the first of a document's stands in its history. */
const translatePiece = async (ctx: UserContext, piece: { text: string; hash: string }, languages: Languages, documentId: string | null, first: boolean): Promise<Kept> => {
  const { actor, deps } = ctx;
  const answered = await sendOut(ctx, {
    purpose: 'translation', documentIds: documentId ? [documentId] : [], told: first ? 'all' : 'none', candidates: translatorsFor(deps, piece.text, languages),
  });
  if (answered === 'budget') throw budgetUsedUp(secondsToNextMonth(deps.clock.now()));
  if (answered === 'consent') throw consentNeeded(recipientsOf(deps));
  if (typeof answered === 'string') throw providerAway();
  const kept = { hash: piece.hash, provider: answered.provider, translation: answered.value };
  await deps.db.asUser(actor, (tx) => keep(tx, actor.userId, { ...kept, ...languages, documentId }, deps.clock.now()));
  return kept;
};

/**
 * Translates a text or a document by a service outside that its person agreed to, piece by piece; what was translated before is not sent
 * again. Errors: 404 `document.not_found`, 403 `consent.needed` and `consent.owner_needed`, 422 `translation.language_not_supported`,
 * `.no_text` and `.too_long`, 429 `ai.budget_used_up`, 503 `translation.provider_needed` and `.unavailable`. What a call that failed had
 * translated is kept for the next.
 */
export const translate = async (ctx: UserContext, request: TranslationRequest): Promise<TranslationAnswer> => {
  const { actor, deps } = ctx;
  const target = languageIn('targetLanguage', request.targetLanguage);
  const told = request.sourceLanguage ? languageIn('sourceLanguage', request.sourceLanguage) : null;
  const source = await readSource(ctx, request);
  if (!/\p{L}/u.test(source.text)) throw nothingToTranslate(null);
  const language = told ?? languageOf(source.language ?? '') ?? languageOf(detectLanguage(source.text) ?? '') ?? 'und';
  const languages = { source: language, target };
  const answer = (translation: string, provider: string, cached: boolean): TranslationAnswer => ({ translation, sourceLanguage: language, targetLanguage: target, provider, cached });
  if (language === target) return answer(source.text, 'local', false);

  const pieces = await Promise.all(piecesOf(source.text).map(async (piece) => ({ ...piece, hash: piece.kept ? '' : await hashOf(piece.text) })));
  const texts = new Map(pieces.filter(({ kept }) => !kept).map((piece) => [piece.hash, piece]));
  const done = await deps.db.asUser(actor, (tx) => findKept(tx, actor.userId, [...texts.keys()], languages));
  const missing = [...texts.values()].filter(({ hash }) => !done.has(hash));
  if (missing.length > 0) {
    if (recipientOf(deps) === null) throw providerNeeded();
    if (missing.length > mostPieces) throw tooLong(missing.length, mostPieces);
    await mustBeAllowed(ctx, source.documentId, missing.length);
    for (let from = 0; from < missing.length; from += atATime) {
      const results = await Promise.allSettled(missing.slice(from, from + atATime).map((piece, k) => translatePiece(ctx, piece, languages, source.documentId, from + k === 0)));
      for (const result of results) {
        if (result.status === 'rejected') throw result.reason as Error;
        done.set(result.value.hash, result.value);
      }
    }
  }
  const translation = pieces.map((piece) => (piece.kept ? piece.text : done.get(piece.hash)!.translation)).join('');
  return answer(translation, [...new Set([...texts.keys()].map((hash) => done.get(hash)!.provider))].join(', '), missing.length === 0);
};

import { amongPapers } from '@docuvault/vault/ai-chat/evidence/document-terms.ts';
import { cluesOf } from '@docuvault/vault/ai-chat/evidence/choice-rows.ts';
import { possibleAnswers, spokenOf } from '@docuvault/vault/ai-chat/evidence/find-units.ts';
import { rankDocuments } from '@docuvault/vault/ai-chat/evidence/rank-documents.ts';
import type { Unit } from '@docuvault/vault/ai-chat/evidence/scope.ts';
import type { Question } from '@docuvault/vault/ai-chat/question/parse-question.ts';
import type { Look } from './gather.ts';

/** A possible answer: `vec` is the place of its words' vector, `right` 1 where it answers, 0.5 where that is not sure. */
export type Row = { x: Float32Array; shape: Float32Array; vec: number; right: number; paper: string };
/** One look at the papers for a question; `paper` is null where none answers, `missing` true where what answers is not among the rows. */
export type Instance = { household: string; q: number; look: number; paper: string | null; qvec: number; words: string[]; rows: Row[]; missing: boolean };

/** Texts, each of which is encoded once. */
export const createTexts = (): { texts: string[]; placeOf: (text: string) => number } => {
  const places = new Map<string, number>();
  const texts: string[] = [];
  return {
    texts,
    placeOf: (text) => {
      let place = places.get(text);
      if (place === undefined) { place = texts.length; places.set(text, place); texts.push(text); }
      return place;
    },
  };
};

/** What the chat weighs in a look, with what is right in it. */
export const instanceOf = ({ question: asked, wanted, documents, keyOf }: Look, about: { household: string; q: number; look: number; paper: string | null }, placeOf: (text: string) => number, rightness: (unit: Unit, key: string, question: Question) => number): Instance => {
  const question = amongPapers(asked, documents);
  const { scope, rows: possible } = possibleAnswers(rankDocuments(documents, question, wanted), question, wanted);
  const rows = possible.map(({ unit, x, shape }) => {
    const key = keyOf(unit.document);
    return { x, shape, vec: placeOf(spokenOf(unit)), right: about.paper === null ? 0 : rightness(unit, key, question), paper: key };
  });
  return { ...about, qvec: placeOf(question.folded.slice(0, 400)), words: cluesOf(question, scope.kind), rows, missing: about.paper !== null && !rows.some(({ right }) => right === 1) };
};

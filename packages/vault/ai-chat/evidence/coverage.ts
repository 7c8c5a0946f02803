import type { Question, Term } from '../question/parse-question.ts';
import { holdsTerm, type ReadDocument } from './document-terms.ts';
import { names } from './scope.ts';
import type { Features } from './weights.ts';

const smoothing = 0.3;

/** How often a word that qualifies the next ("pet fee", "return train") is there without it, or the next without the word. */
const severed = (question: Question, document: ReadDocument, here: (term: Term) => number): number =>
  question.terms.filter((term, i) => {
    const next = question.terms[i + 1];
    return term.joined && next !== undefined && !term.proper && !next.proper && !names(document, term) && !names(document, next) && (here(term) > 0) !== (here(next) > 0);
  }).length;

/** Which words of the question the evidence accounts for: `here` in it, `near` beside it, or elsewhere in the document. */
export const coverage = (question: Question, weightsOf: ReadonlyMap<Term, number>, document: ReadDocument, here: (term: Term) => number, near: (term: Term) => boolean = () => false): { covered: Features; missing: Term[] } => {
  const missing: Term[] = [];
  let [hits, astray] = [0, 0];
  let [got, all, within, own, lost, lostVerb, apart, implied, callsApart, nearby, met, subject] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, false];
  // What the question calls the paper, where it is one, is accounted for as well.
  const known = question.nouns.some((noun) => noun.types.includes(document.type as never)) ? 1 : 0;
  for (const term of question.terms) {
    const weight = weightsOf.get(term) ?? 1;
    const named = names(document, term);
    const value = here(term);
    const body = Math.max(holdsTerm(document.bodyStems, term), holdsTerm(document.headStems, term)) * 0.4;
    const hint = term.hinted.includes(document.type);
    const identity = Math.max(holdsTerm(document.titleStems, term) * 0.9, holdsTerm(document.identityStems, term) * 0.8, hint && body > 0 ? 0.8 : 0);
    all += weight;
    got += weight * Math.max(named ? 0.9 : value, identity, body, hint ? 0.3 : 0);
    if (!term.proper && !term.light && !named) { subject = true; met ||= value > 0; }
    const share = weight * (named ? 0 : term.proper ? 0.35 : 1);
    own += share;
    within += share * value;
    if (!term.light && !named && value > 0) hits += value;
    if (value > 0 || identity > 0 || term.light) continue;
    if (term.proper) { if (body > 0) callsApart += 1; }
    else if (near(term)) nearby += 1;
    else if (body > 0) apart += 1;
    else if (hint) implied += 1;
    else {
      missing.push(term);
      astray += weight;
      if (term.verb) lostVerb += 1;
      else lost += 1;
    }
  }
  const covered = {
    cover: within / (own + smoothing), share: all === 0 ? 0 : got / all, lost: Math.min(3, lost), lostVerb: Math.min(3, lostVerb), apart: Math.min(3, apart), nearby: Math.min(2, nearby), severed: Math.min(2, severed(question, document, here)), implied: Math.min(2, implied), callsApart: Math.min(2, callsApart),
    bare: own === 0 ? 1 : 0, beside: subject && !met ? 1 : 0, hits: Math.min(4, hits), astray: all === 0 ? 0 : astray / (all + known), held: missing.length === 0 && question.terms.some((term) => !term.light) ? 1 : 0,
  };
  return { covered, missing };
};

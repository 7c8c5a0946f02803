import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Entry } from '../catalogue.ts';
import type { Written } from '../docx.ts';
import type { Form } from '../form.ts';
import { Paper, type PaperOptions } from '../paper.ts';
import type { Cite, Conversation, Turn } from '../questions.ts';
import type { Search } from '../searches.ts';
import type { Authored } from '../truth.ts';
import type { Expect } from '../../scoring/answers.ts';

/** What a household scored when its batch was first tried, before anybody saw what failed; shares. */
export type FirstSight = { readonly answers: number; readonly refused?: number; readonly type?: number; readonly fields?: number; readonly hit1?: number; readonly hit3?: number };

/**
 * Another family's papers and what its members ask, in an account of their own. Type, category and key fields are
 * judged of papers that say them, and searches where there are any. A sealed one is reported as held out, and its
 * failures are not listed. `firstSight` is null until it was tried.
 */
export type Household = {
  readonly name: string; readonly asker: string; readonly firstSight: FirstSight | null; readonly sealed?: true;
  readonly documents: readonly Entry[]; readonly conversations: readonly Conversation[]; readonly searches?: readonly Search[];
};

const drawn = (options: PaperOptions, draw: (paper: Paper) => void) => (): Paper => {
  const paper = new Paper(options);
  draw(paper);
  return paper;
};

/** A paper of which only the answers are judged, not the fields. */
export const paperOf = (id: string, type: DocumentType, category: Category, file: string, draw: (paper: Paper) => void, options: PaperOptions = {}, form: Form = { as: 'text-pdf' }): Entry => ({
  id, type, category, file, fields: {}, form, draw: drawn(options, draw),
});

/** What a careful reader notes down of papers that were written for their answers alone, by their ids. */
export type Truths = Readonly<Record<string, Omit<Authored, 'id' | 'file' | 'heldOut' | 'language'>>>;

/** Papers with the truth that was written down for them later. */
export const noted = (papers: readonly Entry[], truths: Truths): readonly Entry[] => papers.map((paper) => ({ ...paper, ...truths[paper.id] }));

/** A paper of which everything is judged: what its author says about it, how it arrives, and how it is drawn. */
export const sheet = (about: Authored, draw: (paper: Paper) => void, options: PaperOptions = {}, form: Form = { as: 'text-pdf' }): Entry => ({ ...about, form, draw: drawn(options, draw) });

/** The same for a paper typed in a word processor. */
export const typedSheet = (about: Authored, content: () => Written): Entry => ({ ...about, form: { as: 'docx' }, content });

/** A question and the papers that hold its answer; null is to be refused. */
export const asked = (id: string, ask: string, expect: Expect | null, cite: readonly Cite[] = [], mode: NonNullable<Turn['mode']> = 'one'): Conversation => ({ id, turns: [{ ask, expect, cite, mode }] });

/** A question and those that lean on it. */
export const talk = (id: string, ...turns: readonly (readonly [ask: string, expect: Expect | null, cite?: readonly Cite[]])[]): Conversation => ({
  id, turns: turns.map(([ask, expect, cite]) => ({ ask, expect, cite: cite ?? [] })),
});

/** A search that shares no content word with the papers of which one should come first. */
export const means = (id: string, query: string, ...first: string[]): Search => ({ id, query, first, noShare: true });
/** A search by names, numbers, words of the paper, typing errors. */
export const seeks = (id: string, query: string, ...first: string[]): Search => ({ id, query, first });

export const says = (...text: string[]): Expect => ({ text });
export const day = (date: string): Expect => ({ date });
export const money = (amount: number): Expect => ({ amount });
export const count = (number: number): Expect => ({ count: number });
export const digits = (number: string): Expect => ({ number });
export const all = (...parts: Expect[]): Expect => ({ all: parts });
export const any = (...parts: Expect[]): Expect => ({ any: parts });

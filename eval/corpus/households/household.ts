import type { Category, DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Entry } from '../catalogue.ts';
import type { Form } from '../form.ts';
import { Paper, type PaperOptions } from '../paper.ts';
import type { Cite, Conversation, Turn } from '../questions.ts';
import type { Expect } from '../../scoring/answers.ts';

/**
 * Another family's papers and what its members ask, in an account of their own. `firstSight` is the share that was
 * answered right and rightly cited when the batch was first tried, before anybody saw what failed.
 */
export type Household = { readonly name: string; readonly asker: string; readonly firstSight: number; readonly documents: readonly Entry[]; readonly conversations: readonly Conversation[] };

/** A paper of which only the answers are judged, not the fields. */
export const paperOf = (id: string, type: DocumentType, category: Category, file: string, draw: (paper: Paper) => void, options: PaperOptions = {}, form: Form = { as: 'text-pdf' }): Entry => ({
  id, type, category, file, fields: {}, form,
  draw: () => {
    const paper = new Paper(options);
    draw(paper);
    return paper;
  },
});

/** A question and the papers that hold its answer; null is to be refused. */
export const asked = (id: string, ask: string, expect: Expect | null, cite: readonly Cite[] = [], mode: NonNullable<Turn['mode']> = 'one'): Conversation => ({ id, turns: [{ ask, expect, cite, mode }] });

/** A question and those that lean on it. */
export const talk = (id: string, ...turns: readonly (readonly [ask: string, expect: Expect | null, cite?: readonly Cite[]])[]): Conversation => ({
  id, turns: turns.map(([ask, expect, cite]) => ({ ask, expect, cite: cite ?? [] })),
});

export const says = (...text: string[]): Expect => ({ text });
export const day = (date: string): Expect => ({ date });
export const money = (amount: number): Expect => ({ amount });
export const count = (number: number): Expect => ({ count: number });
export const all = (...parts: Expect[]): Expect => ({ all: parts });

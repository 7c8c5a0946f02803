import type { PageWords } from '@docuvault/core/page-words.ts';
import type { GreyImage } from './grey-image.ts';
import type { LineModels } from './line-models.ts';
import { readByLines } from './read-by-lines.ts';
import { readWholePage } from './read-whole-page.ts';
import type { OcrEngine } from './tesseract-engine.ts';

/** What was read from a picture, and where its words stand on it as it came; confidence 0..1. */
export type PictureText = { text: string; confidence: number; words: PageWords };

/** What the pages read so far tell about the next ones of the same document. */
export type DocumentHabits = { languages: readonly string[] | null; scriptsSoughtInVain: number };

/** Nothing is known yet: for a new document. */
export function newHabits(): DocumentHabits {
  return { languages: null, scriptsSoughtInVain: 0 };
}

/** What reads pictures: Tesseract, and the networks that find lines, null on a machine that cannot run them. */
export type PictureTools = { readonly engine: OcrEngine; readonly models: LineModels | null };

/**
 * Reads the text of a picture of a page, whatever way up it lies. `languages` are Tesseract's codes: the first is read everywhere, the
 * others where a page is written in them or holds their script. A picture without text gives '' with confidence 0.
 * Once `signal` is aborted no further work is begun, and the promise rejects or never settles.
 */
export async function readPicture({ engine, models }: PictureTools, picture: GreyImage, languages: readonly string[], habits: DocumentHabits = newHabits(), signal?: AbortSignal): Promise<PictureText> {
  return models ? readByLines({ engine, models }, picture, languages, habits, signal) : readWholePage(engine, picture, languages, habits);
}

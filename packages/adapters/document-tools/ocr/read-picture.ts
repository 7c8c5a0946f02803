import { layOutWords } from '../text/layout.ts';
import { cleanText } from '../text/clean-text.ts';
import { turn, type GreyImage } from './grey-image.ts';
import { meanConfidence, placeWords } from './place-words.ts';
import { preparePage } from './prepare-page.ts';
import { cropOfDoubt } from './probe.ts';
import { findTextHeight } from './text-height.ts';
import type { OcrEngine, ReadWord } from './tesseract-engine.ts';
import { wayUp } from './way-up.ts';

/** What was read from a picture; confidence 0..1. */
export type PictureText = { text: string; confidence: number };

/** Reading better than this needs no second look at how the page lies or what script it is in. */
const SURE = 0.8;
/** A try at another orientation or script must beat the first by this much. */
const BETTER = 0.08;

/**
 * Reads the text of a picture of a page, whatever way up it lies, in the main language and, when the page holds their script,
 * in the others. A page that reads well the first time is read once; only doubtful ones are probed on a strip of their text.
 */
export async function readPicture(engine: OcrEngine, picture: GreyImage, languages: readonly string[]): Promise<PictureText> {
  const main = languages.slice(0, 1);
  let page = await preparePage(picture);
  if (await isUpsideDown(engine, page, main)) page = turn(page, 2);
  let words = await engine.read(page, main, 'auto');
  const first = meanConfidence(words);
  if (first < SURE || !looksLikeText(words)) {
    const found = await probe(engine, cropOfDoubt(page, words), languages);
    if (found.confidence > first + BETTER || found.quarters !== 0 || found.languages.length > 1) {
      // As it lies and in the main language, only the engine's idea of the layout can have been wrong: take the page as one block.
      const segmentation = found.quarters === 0 && found.languages.length === 1 ? 'block' : 'auto';
      const again = await engine.read(turn(page, found.quarters), found.languages, segmentation);
      if (worth(again) >= worth(words)) words = again;
    }
  }
  return { text: cleanText(layOutWords(placeWords(words))), confidence: round(meanConfidence(words)) };
}

/** When the shape of the lines hints that the page stands on its head, a strip is read both ways: a second instead of a whole page read in vain. */
async function isUpsideDown(engine: OcrEngine, page: GreyImage, main: readonly string[]): Promise<boolean> {
  const height = findTextHeight(page);
  if (height === null || wayUp(page, height) > -0.1) return false;
  const strip = cropOfDoubt(page, []);
  const turned = meanConfidence(await engine.read(turn(strip, 2), main, 'block'));
  return turned >= SURE || turned > meanConfidence(await engine.read(strip, main, 'block')) + BETTER;
}

type Attempt = { quarters: number; languages: readonly string[] };

/** Tries a strip of the page as it lies, upside down, and in the other scripts; stops at the first that reads well. */
async function probe(engine: OcrEngine, strip: GreyImage, languages: readonly string[]): Promise<Attempt & { confidence: number }> {
  const main = languages.slice(0, 1);
  const attempts: Attempt[] = [{ quarters: 0, languages: main }, { quarters: 2, languages: main }];
  for (const other of languages.slice(1)) for (const quarters of [0, 2]) attempts.push({ quarters, languages: [other, ...main] });
  let best = { ...attempts[0]!, confidence: -BETTER };
  for (const attempt of attempts) {
    const confidence = meanConfidence(await engine.read(turn(strip, attempt.quarters), attempt.languages, 'block'));
    if (confidence > best.confidence + BETTER) best = { ...attempt, confidence };
    if (best.confidence >= SURE) break;
  }
  return best;
}

function looksLikeText(words: readonly ReadWord[]): boolean {
  return words.length === 0 || words.filter((word) => /\p{L}{3}|\d{2}/u.test(word.text)).length >= 0.25 * words.length;
}

/** Characters that can be believed: confidence above one half counts for a reading, below against it. */
function worth(words: readonly ReadWord[]): number {
  return words.reduce((sum, word) => sum + (word.confidence - 50) * word.text.length, 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

import { layOut } from '@docuvault/core/text/layout.ts';
import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { turn, type GreyImage } from './grey-image.ts';
import { meanConfidence, placeWords } from './place-words.ts';
import { wordsOfPage } from '@docuvault/core/text/place-on-picture.ts';
import type { DocumentHabits, PictureText } from './read-picture.ts';
import { isSpoken } from './text-language.ts';
import { preparePage } from './prepare-page.ts';
import { cropOfDoubt } from './probe.ts';
import { findTextHeight } from './text-height.ts';
import type { OcrEngine, ReadWord } from './tesseract-engine.ts';
import { wayUp } from './way-up.ts';

/** A page that reads worse than this may lie wrong or be laid out wrong. */
const SURE = 0.8;
/** Another way of reading must be this much surer to be preferred. */
const BETTER = 0.08;
/** With more of its letters than this in words that were hardly read, a page may hold another script. */
const MUCH_DOUBT = 0.1;
/** Pages of a document on which other scripts are looked for without success. */
const SCRIPT_TRIES = 2;

/**
 * Reads a page without the networks that find lines, for machines that cannot run them: by Tesseract's own idea of the layout, whatever way
 * up it lies, in the main language and, where the page holds their script, in the others. A page that reads well the first time is read
 * once; doubtful ones are tried otherwise on a strip of the worst of their text.
 */
export async function readWholePage(engine: OcrEngine, picture: GreyImage, languages: readonly string[], habits: DocumentHabits): Promise<PictureText> {
  const using = habits.languages ?? languages.slice(0, 1);
  const prepared = await preparePage(picture);
  let { page } = prepared;
  let onItsHead = await isUpsideDown(engine, page, using);
  if (onItsHead) page = turn(page, 2);
  let words = await engine.read(page, using, 'auto');
  if (meanConfidence(words) < SURE || !looksLikeText(words)) {
    const other = await readOtherwise(engine, page, words, using);
    if (other && worth(other.words) > worth(words)) {
      ({ page, words } = other);
      if (other.turned) onItsHead = !onItsHead;
    }
  }
  const others = languages.slice(1).filter((language) => !using.includes(language) && !isSpoken(language));
  if (others.length > 0 && doubt(words) > MUCH_DOUBT && habits.scriptsSoughtInVain < SCRIPT_TRIES) {
    const found = await findScript(engine, cropOfDoubt(page, words), using, others);
    if (found) {
      const again = await engine.read(turn(page, found.quarters), found.languages, 'auto');
      if (worth(again) > worth(words)) {
        words = again;
        if (found.quarters === 2) onItsHead = !onItsHead;
        habits.languages = found.languages;
      }
    } else habits.scriptsSoughtInVain++;
  }
  const laid = layOut(placeWords(words).map((word) => ({ ...word, place: prepared.place(word, onItsHead) })));
  return { text: cleanText(laid.text), words: wordsOfPage(laid.words, prepared.turnedFor(onItsHead)), confidence: Math.round(meanConfidence(words) * 1000) / 1000 };
}

/** When the shape of the lines hints that the page stands on its head, a strip is read both ways: a second instead of a whole page read in vain. */
async function isUpsideDown(engine: OcrEngine, page: GreyImage, languages: readonly string[]): Promise<boolean> {
  const height = findTextHeight(page);
  if (height === null || wayUp(page, height) > -0.1) return false;
  const strip = cropOfDoubt(page, []);
  const turned = meanConfidence(await engine.read(turn(strip, 2), languages, 'block'));
  return turned >= SURE || turned > meanConfidence(await engine.read(strip, languages, 'block')) + BETTER;
}

/** Reads a doubtful page upside down, or as one block instead of by the engine's idea of its layout, when a strip of it reads better so. */
async function readOtherwise(engine: OcrEngine, page: GreyImage, words: readonly ReadWord[], languages: readonly string[]): Promise<{ page: GreyImage; words: ReadWord[]; turned: boolean } | null> {
  const strip = cropOfDoubt(page, words);
  const asBlock = meanConfidence(await engine.read(strip, languages, 'block'));
  const turned = asBlock >= SURE ? 0 : meanConfidence(await engine.read(turn(strip, 2), languages, 'block'));
  if (turned > asBlock + BETTER) {
    const upright = turn(page, 2);
    return { page: upright, words: await engine.read(upright, languages, 'auto'), turned: true };
  }
  return asBlock > meanConfidence(words) + BETTER ? { page, words: await engine.read(page, languages, 'block'), turned: false } : null;
}

/** The other language whose letters stand in the strip, and how the strip lies; null when none of them reads it clearly better. */
async function findScript(engine: OcrEngine, strip: GreyImage, using: readonly string[], others: readonly string[]): Promise<{ languages: readonly string[]; quarters: number } | null> {
  const plain = await engine.read(strip, using, 'block');
  for (const language of others) {
    const languages = [language, ...using];
    for (const quarters of meanConfidence(plain) < 0.6 ? [0, 2] : [0]) {
      const read = await engine.read(turn(strip, quarters), languages, 'block');
      if (worth(read) > 1.1 * worth(plain) && lettersBeyond(read, plain) >= 5) return { languages, quarters };
    }
  }
  return null;
}

/** How many believable letters of scripts the reading has that the other has none of. */
function lettersBeyond(read: readonly ReadWord[], plain: readonly ReadWord[]): number {
  const foreign = (words: readonly ReadWord[]): number => words.filter((word) => word.confidence > 60)
    .reduce((sum, word) => sum + (word.text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []).length, 0);
  return foreign(read) - foreign(plain);
}

function looksLikeText(words: readonly ReadWord[]): boolean {
  return words.length === 0 || words.filter((word) => /\p{L}{3}|\d{2}/u.test(word.text)).length >= 0.25 * words.length;
}

/** Share of the letters that stand in words of low confidence. */
function doubt(words: readonly ReadWord[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters === 0 ? 0 : words.filter((word) => word.confidence < 60).reduce((sum, word) => sum + word.text.length, 0) / letters;
}

/** Characters that can be believed: confidence above one half counts for a reading, below against it. */
function worth(words: readonly ReadWord[]): number {
  return words.reduce((sum, word) => sum + (word.confidence - 50) * word.text.length, 0);
}

import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { layOut } from '@docuvault/core/text/layout.ts';
import { findLines, type TextLine } from './find-lines.ts';
import { flattenLight } from './flatten-light.ts';
import { turn, type GreyImage } from './grey-image.ts';
import { clearLine, cropLine } from './line-crop.ts';
import type { LineModels } from './line-models.ts';
import { findGhosts } from './ghost-lines.ts';
import { joinFigures } from './join-figures.ts';
import { countOther, joinScripts } from './join-scripts.ts';
import { levelWords, readLines, type LineWord } from './read-lines.ts';
import { GLYPH_HEIGHT, recogniseLine, type ReadGlyph } from './recognise-line.ts';
import { settleWords, signsOfSections, wantsOpinion } from './settle-words.ts';
import { wordsOfPage } from '@docuvault/core/text/place-on-picture.ts';
import type { DocumentHabits, PictureText } from './read-picture.ts';
import type { OcrEngine } from './tesseract-engine.ts';
import { isSpoken, languageOf } from './text-language.ts';
import { standsOnItsHead } from './turn-up.ts';

export type LineTools = { readonly engine: OcrEngine; readonly models: LineModels };

/** Words below this, in hundredths, may be of another script. */
const FOREIGN = 72;
/** … and on a page that holds another script for certain, words below this. */
const SUSPECT = 88;
/** Lines that are read both ways when the network cannot tell which way up a page is. */
const TRIED_LINES = 8;
/** Pages of a document on which other scripts are looked for without success. */
const SCRIPT_TRIES = 3;

/**
 * Reads a page line by line: a network finds the lines wherever they lie, whatever lies around them; Tesseract reads them in the main
 * language or, where the page is written in another, in that; doubtful lines are read by a second recogniser and, where they hold another
 * script, by Tesseract again.
 */
export async function readByLines(tools: LineTools, picture: GreyImage, languages: readonly string[], habits: DocumentHabits, signal?: AbortSignal): Promise<PictureText> {
  const { engine, models } = tools;
  // The detector and the engine need their memory at different times.
  await engine.stop();
  const { page, lines: found, turned } = await findUpright(tools, picture, languages);
  signal?.throwIfAborted();
  if (found.length === 0) return { text: '', confidence: 0, words: { turn: turned, words: [] } };
  const main = habits.languages?.[0] ?? languages[0] ?? 'eng';
  const opinions = new Map<TextLine, ReadGlyph[]>();
  const opinionOn = async (line: TextLine): Promise<ReadGlyph[]> => {
    const known = opinions.get(line) ?? await recogniseLine(models, clearLine(cropLine(page, line, GLYPH_HEIGHT)));
    opinions.set(line, known);
    return known;
  };
  const firstRead = await meanwhile(readLines(engine, page, found, [main]), found, opinionOn, signal);
  const ghosts = await findGhosts(engine, page, found, firstRead, main);
  const lines = found.filter((_, i) => !ghosts[i]);
  let words = firstRead.filter((_, i) => !ghosts[i]);
  const spoken = languageOf(words.flat().map((word) => word.text).join(' '), languages.filter((code) => code !== main));
  if (spoken) {
    words = await readLines(engine, page, lines, [spoken]);
    habits.languages = [spoken];
  }
  for (const script of languages.filter((code) => !isSpoken(code))) words = await readScript(engine, page, lines, words, script, habits, signal);
  for (const [i, line] of lines.entries()) {
    signal?.throwIfAborted();
    if (!wantsOpinion(words[i]!)) continue;
    words[i] = settleWords(words[i]!, await opinionOn(line));
  }
  const kept = joinFigures(lines, words.map((row, i) => signsOfSections(row, spoken ?? main).filter((word) => !isDirt(word, lines[i]!))));
  const laid = layOut(levelWords(lines, kept, page, turned));
  return { text: cleanText(laid.text), words: wordsOfPage(laid.words, turned), confidence: Math.round(meanConfidence(kept.flat()) * 10) / 1000 };
}

/** Takes second opinions of lines for as long as the engine reads, on a thread of its own: most of them will be wanted. */
async function meanwhile(reading: Promise<LineWord[][]>, lines: readonly TextLine[], opinionOn: (line: TextLine) => Promise<unknown>, signal?: AbortSignal): Promise<LineWord[][]> {
  let done = false;
  const settled = reading.finally(() => { done = true; });
  for (const line of lines) {
    if (done || signal?.aborted) break;
    await Promise.race([settled, opinionOn(line)]);
  }
  return settled;
}

/**
 * Reads doubtful lines in another script too. On a page that turns out to hold it, less doubtful ones follow: short words of it look like
 * Latin ones. Not sought any more in a document whose pages had none.
 */
async function readScript(engine: OcrEngine, page: GreyImage, lines: readonly TextLine[], words: readonly LineWord[][], script: string, habits: DocumentHabits, signal?: AbortSignal): Promise<LineWord[][]> {
  const joined = [...words];
  if (habits.scriptsSoughtInVain >= SCRIPT_TRIES) return joined;
  const seen = new Set<number>();
  for (const limit of [FOREIGN, SUSPECT]) {
    const doubtful = lines.map((_, i) => i).filter((i) => !seen.has(i) && (words[i]!.length === 0 || words[i]!.some((word) => word.confidence < limit && /[^<>]/.test(word.text))));
    if (doubtful.length === 0) continue;
    signal?.throwIfAborted();
    const again = await readLines(engine, page, doubtful.map((i) => lines[i]!), [script]);
    const native = countOther(again.flat()) > 0.4 * words.flat().length;
    doubtful.forEach((i, k) => { joined[i] = joinScripts(words[i]!, again[k]!, native); seen.add(i); });
    if (joined.every((row) => countOther(row) === 0)) {
      habits.scriptsSoughtInVain++;
      break;
    }
    habits.scriptsSoughtInVain = 0;
  }
  return joined;
}

/** The page in even light, turned the way it is read (by `turned` quarters clockwise), with its lines. */
async function findUpright(tools: LineTools, picture: GreyImage, languages: readonly string[]): Promise<{ page: GreyImage; lines: TextLine[]; turned: number }> {
  const { detector } = tools.models;
  let page = flattenLight(picture, 'kept');
  let found = await findLines(detector, page);
  let turned = 0;
  if (found.sideways) {
    page = turn(page, 3);
    turned = 3;
    found = await findLines(detector, page);
  }
  if (found.lines.length > 0 && await isUpsideDown(tools, page, found.lines, languages)) {
    page = turn(page, 2);
    turned = (turned + 2) % 4;
    found = await findLines(detector, page);
  }
  return { page, lines: found.lines, turned };
}

/** The network's verdict where it says upright; else what a few lines say when they are read both ways. */
async function isUpsideDown({ models, engine }: LineTools, page: GreyImage, lines: readonly TextLine[], languages: readonly string[]): Promise<boolean> {
  if (await standsOnItsHead(models.turner, page, lines) === false) return false;
  const longest = lines.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)).slice(0, TRIED_LINES);
  const turned = turn(page, 2);
  const longestTurned = longest.map((line) => ({ ...line, x0: page.width - line.x1, x1: page.width - line.x0, left: page.height - line.right, right: page.height - line.left }));
  const sure = async (at: GreyImage, which: readonly TextLine[], using: readonly string[]): Promise<number> => meanConfidence((await readLines(engine, at, which, using)).flat());
  for (const using of [languages[0] ?? 'eng', ...languages.filter((code) => !isSpoken(code))].map((code) => [code])) {
    const up = await sure(page, longest, using);
    const down = await sure(turned, longestTurned, using);
    if (Math.max(up, down) > 75 && Math.abs(up - down) > 12) return down > up;
  }
  return false;
}

function meanConfidence(words: readonly LineWord[]): number {
  const characters = words.reduce((sum, word) => sum + word.text.length, 0);
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, characters);
}

/** Specks and patterns read as words: signs that are not sure, letters of low confidence, words too short for their height. */
function isDirt(word: LineWord, line: TextLine): boolean {
  const solid = (word.text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const width = (word.to - word.from) * (line.x1 - line.x0);
  if (word.text.length >= 3 && line.height > 2 * width) return true;
  if (solid === 0) return !/^[-–—&+=%$€£₹*/:()#@•·।॥.<>]+$/u.test(word.text) || word.confidence < 45;
  if (solid === 1 && word.text.length <= 2) return word.confidence < 40;
  return word.confidence < 20 && word.text.length <= 3 && !/\d/.test(word.text);
}

import type { LineWord } from './read-lines.ts';
import type { ReadGlyph } from './recognise-line.ts';

/** Lengths of the lines of machine-readable zones (ICAO 9303: TD1, TD2 and MRV-B, TD3 and MRV-A). */
const LENGTHS = [30, 36, 44];

/**
 * A line of a machine-readable zone out of both readings, or null when it is none. The engine takes fillers (<) for letters, the second
 * recogniser loses narrow letters and the count of fillers; that follows from the even steps in which the zone is printed.
 */
export function readZone(words: readonly LineWord[], glyphs: readonly ReadGlyph[]): LineWord | null {
  const letters = glyphs.filter((glyph) => glyph.text !== ' ');
  const seen = capitals(letters.map((glyph) => glyph.text).join(''));
  if (letters.length < 20 || !/^[A-Z0-9<]+$/.test(seen) || (seen.match(/</g) ?? []).length < 2 || !/<<|\d[A-Z]{3}\d{6,7}[MFX<]/.test(seen)) return null;
  const best = fullerHead(seen, capitals(words.map((word) => word.text).join('')));
  const sure = letters.reduce((sum, glyph) => sum + glyph.sure, 0) / letters.length;
  return { text: withFillers(best, countPlaces(letters)), from: 0, to: 1, confidence: 100 * sure };
}

/** The zone knows no small letters and no other signs; those read are figures and fillers. */
function capitals(text: string): string {
  return text.replace(/[«»]/g, '<<').replace(/[＜〈《‹]/g, '<').replace(/b/g, '6').replace(/l/g, '1').replace(/\s/g, '').toUpperCase();
}

/** What stands before the fillers, from the engine's reading where it has all that the other saw and more. */
function fullerHead(seen: string, read: string): string {
  const run = /<{3,}/.exec(seen);
  const end = run ? run.index : seen.length;
  const head = seen.slice(0, end);
  const tail = /[<KLC]{4,}/.exec(read);
  const full = (tail ? read.slice(0, tail.index) : read.slice(0, head.length)).replace(/<$/, '');
  const more = full.length - head.length;
  if (more <= 0 || more > 4 || !/^[A-Z0-9<]+$/.test(full)) return seen;
  let at = 0;
  for (const letter of full) if (letter === head[at]) at++;
  return at === head.length ? full + seen.slice(end) : seen;
}

/** How many characters stand between the first and the last, by the usual step from one to the next; null when the steps are uneven. */
function countPlaces(letters: readonly ReadGlyph[]): number | null {
  const steps = letters.slice(1).map((glyph, i) => glyph.at - letters[i]!.at).sort((a, b) => a - b);
  const step = steps[steps.length >> 1];
  if (!step) return null;
  const places = Math.round((letters.at(-1)!.at - letters[0]!.at) / step) + 1;
  return LENGTHS.find((length) => Math.abs(length - places) <= 3) ?? null;
}

function withFillers(text: string, places: number | null): string {
  const run = /<{3,}/.exec(text);
  if (places === null || !run) return text;
  const fillers = run[0].length + places - text.length;
  return fillers < 1 ? text : text.slice(0, run.index) + '<'.repeat(fillers) + text.slice(run.index + run[0].length);
}

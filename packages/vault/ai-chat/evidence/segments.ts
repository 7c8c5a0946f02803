import { findHeading, isTableHead, opensList, startsItem } from './layout.ts';
import { wordsOf } from '../question/words.ts';

/** A sentence, a clause or a line of a form: what an answer can be. `start` and `end` place it verbatim in the page's text. */
export type Segment = {
  page: number; start: number; end: number; text: string; stems: ReadonlySet<string>;
  /** The heading above, the words that open the list it is in, and the head of its table. */
  heading: string; headingStems: ReadonlySet<string>;
  /** True for a line of a form or a table, false for prose. */
  form: boolean;
  /** A heading, a table's head or the opening of a list: never an answer by itself. */
  opening: boolean;
  /** What to show above the text: the section's heading and the list's opening, but not the page's letterhead. */
  above: string;
  /** The head of the table it is a row of, as printed. */
  table: string;
  /** The two halves of a form's entry, where it is one. */
  label?: string; value?: string;
  /** The name of its column, where it stands at a crossing of a table. */
  column?: string;
};

type Line = { start: number; end: number; text: string };

/** True for a line of prose that a scanner spread out: its gaps part words, not columns. */
export const isSpread = (line: string): boolean => {
  const parts = line.trim().split(/ {2,}|\t/);
  return parts.length >= 3 && parts.filter((part) => /^[\p{Ll}(]/u.test(part)).length >= Math.max(2, (parts.length - 1) * 0.4) && parts.every((part) => part.split(' ').length <= 8);
};

/** True where every other line is empty, as of a page typed with double spacing: then an empty line parts nothing. */
const isDoubleSpaced = (lines: readonly Line[]): boolean => {
  const filled = lines.filter((line) => line.text).length;
  const apart = lines.filter((line, i) => line.text && lines[i + 1]?.text === '' && lines[i + 2]?.text).length;
  return filled >= 10 && apart >= filled * 0.6;
};

const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const lead = raw.length - raw.trimStart().length;
    const shown = raw.trim();
    lines.push({ start: at + lead, end: at + lead + shown.length, text: isSpread(shown) ? shown.replace(/\s+/g, ' ') : shown });
    at += raw.length + 1;
  }
  return lines;
};

const abbreviation = /(?:^|[\s(])(?:mr|mrs|ms|dr|smt|sri|shri|thiru|tmt|kum|rev|prof|no|nos|rs|ltd|co|pvt|st|vs|e\.g|i\.e|approx|sq|ft|yds|dist|viz|mfg|tel|ph|regn|inc|sr|jr|art|sec|cl|para|str|nr|\p{L})\.$/iu;

/** The 3. of "ab dem 3. August", which ends no sentence. */
const ordinal = /(?:^|\s)(?:am|ab|bis|de[mnr]|vom|zum|im|jeden) \d{1,2}\.$/u;

/** Ends of the sentences in a stretch of text, as offsets. */
const sentenceEnds = (text: string): number[] => {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?।]["”')]?(?=\s+[\p{Lu}\p{Lo}\d("“'])/gu)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, end - 12), end);
    if (!abbreviation.test(before) && !ordinal.test(before)) ends.push(end);
  }
  return [...ends, text.length];
};

/** True when the line goes on with the sentence before it. */
const continues = (before: string, line: string): boolean => {
  if (startsItem(line)) return false;
  // A gap parts columns, but not in a line of prose that goes on in small letters.
  if (/\S {3,}\S|\t/.test(line) && !(/^\p{Ll}/u.test(line) && line.split(/\s+/).length >= 6 && !/\d{2}/.test(line))) return false;
  if (/^(?:[^\p{L}\p{N}\s]{0,2}\p{Ll}|\()/u.test(line) && !/^[-•*·▪–—]/u.test(line)) return true;
  const last = before.slice(before.lastIndexOf('\n') + 1).trim().replace(/\s+/g, ' ');
  const words = last.split(/\s+/);
  const prose = words.filter((word) => /^[\p{Ll}(]/u.test(word)).length >= words.length * 0.5;
  return last.length >= 45 && prose && !/^\p{Lu}[^:]{1,40}(?:(?<!\d):\s*\S|:\s+\S)/u.test(line);
};

const isForm = (line: string): boolean => /\S(?: {2,}|\t|\s\|\s)\S/.test(line) || /^[^:]{2,45}(?:(?<!\d):\s*\S|:\s+\S)/.test(line) || line.length < 28;

/** Cuts a page into sentences, clauses and lines, each with the heading above it. Linear in the text. */
export const segmentsOf = (page: number, text: string): Segment[] => {
  const segments: Segment[] = [];
  const all = linesOf(text);
  const lines = isDoubleSpaced(all) ? all.filter((line, i) => line.text || !all[i + 1]?.text) : all;
  let heading = '';
  let intro = '';
  let table = '';
  let open: { start: number; end: number } | null = null;
  let top = true;
  const add = (start: number, end: number, form: boolean, opening = false) => {
    const raw = text.slice(start, end);
    const shown = raw.trim();
    if (!shown) return;
    const above = [heading, intro, form ? table : ''].filter(Boolean).join(' — ');
    segments.push({ page, start: start + raw.indexOf(shown[0]!), end: start + raw.indexOf(shown[0]!) + shown.length, text: shown.replace(/\s+/g, ' '), stems: new Set(wordsOf(shown).map((word) => word.stem)), heading: above, headingStems: new Set(wordsOf(above).map((word) => word.stem)), form, opening, above: [top ? '' : heading, intro].filter(Boolean).join(' — '), table: form && raw.trim().split(/ {2,}|\t/).length >= 3 ? table : '' });
  };
  /** A line of a form; where it holds several sentences and no columns, each of them. */
  const addForm = (start: number, end: number) => {
    const whole = text.slice(start, end);
    let from = 0;
    for (const stop of /\S(?: {2,}|\t|\s\|\s)\S/.test(whole) ? [whole.length] : sentenceEnds(whole)) {
      add(start + from, start + stop, true);
      from = stop;
    }
  };
  const close = () => {
    if (!open) return;
    let from = 0;
    const whole = text.slice(open.start, open.end);
    for (const end of sentenceEnds(whole)) {
      add(open.start + from, open.start + end, false);
      from = end;
    }
    open = null;
  };
  lines.forEach((line, i) => {
    const next = lines.slice(i + 1).find((other) => other.text)?.text ?? '';
    if (!line.text) {
      // A sentence that has not ended goes on behind an empty line that a scanner put in.
      if (open !== null && /[\p{L}\p{N},]$/u.test(text.slice(open.start, open.end)) && text.slice(open.start, open.end).length >= 30 && /^\p{Ll}/u.test(next) && !startsItem(next)) return;
      close();
      intro = '';
      table = '';
      return;
    }
    const found = findHeading(line.text, next);
    if (found) {
      close();
      heading = found;
      intro = '';
      table = '';
      top = page === 1 && i < 4;
      add(line.start, line.end, true, true);
      return;
    }
    if (opensList(line.text)) {
      close();
      add(line.start, line.end, true, true);
      intro = line.text.replace(/:\s*$/, '');
      return;
    }
    if (isTableHead(line.text)) {
      close();
      table = line.text;
      add(line.start, line.end, true, true);
      return;
    }
    const goesOn = open !== null && continues(text.slice(open.start, open.end), line.text);
    if (goesOn) {
      open = { start: open!.start, end: line.end };
      return;
    }
    close();
    if ((isForm(line.text) && !startsItem(line.text)) || (table !== '' && line.text.split(/ {2,}|\t/).length >= 3)) addForm(line.start, line.end);
    else open = { start: line.start, end: line.end };
  });
  close();
  return segments;
};

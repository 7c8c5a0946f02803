import type { Citation } from '@docuvault/contract/chat.ts';
import { Unanswered } from '@docuvault/core/outside-service.ts';
import { isBacked } from './check-piece.ts';
import type { Line } from './choose-lines.ts';
import { notFound } from './write-request.ts';

export type Hearing = { text(piece: string): Promise<void>; citation(citation: Citation): Promise<void> };
export type ReadAnswer = { text: string; citations: Citation[] };

/** A sentence with the numbers behind it, and the full stop that may follow them. Another number or stop may still come where nothing follows yet. */
const marks = String.raw`(?:\s{0,2}\[\d{1,4}(?:\s*[,;]\s*\d{1,4})*\])+`;
const sentence = new RegExp(String.raw`^([\s\S]*?)(${marks})([.!?,;:।…]*)(?=\s*[^\s\[.!?,;:।…])`);
const lastSentence = new RegExp(String.raw`^([\s\S]*?)(${marks})([.!?,;:।…]*)`);
const mostCitations = 12;
const longest = 4_000;

const citationOf = (line: Line): Citation => ({ documentId: line.document.id, title: line.document.title, page: line.page, quote: line.text });

/**
 * Reads a model's answer as it comes, sentence by sentence, and gives on only what holds: a sentence must cite lines that it was
 * given, and say nothing but what they say. Everything else is left out, and where nothing holds the answer is null. Numbers are written
 * anew, in the order of the citations. What was given on stands, also where the answer breaks off after it.
 */
export const readAnswer = async (pieces: AsyncIterable<string>, lines: readonly Line[], question: string, hearing: Hearing): Promise<ReadAnswer | null> => {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const cited: Line[] = [];
  const citations: Citation[] = [];
  let open = '';
  let text = '';

  const take = async (words: string, numbers: string, stop: string): Promise<void> => {
    const named = [...new Set((numbers.match(/\d+/g) ?? []).map(Number))].map((number) => byNumber.get(number));
    const meant = named.filter((line) => line !== undefined);
    const said = words.replace(/^[\s.,;:!?।…]+/, '').replaceAll('*', '').replace(/\s+/g, ' ');
    if (meant.length < named.length || said.trim() === '' || said.includes(notFound) || !isBacked(said, meant, question)) return;
    const fresh = meant.filter((line) => !cited.includes(line));
    if (cited.length + fresh.length > mostCitations || text.length + said.length > longest) return;
    cited.push(...fresh);
    const piece = `${text === '' ? '' : ' '}${said.trimEnd()} ${meant.map((line) => `[${cited.indexOf(line) + 1}]`).join('')}${/^[.!?।…]/.exec(stop)?.[0] ?? (/[.!?।…]$/.test(said.trimEnd()) ? '' : '.')}`;
    text += piece;
    await hearing.text(piece);
    for (const line of fresh) {
      const citation = citationOf(line);
      citations.push(citation);
      await hearing.citation(citation);
    }
  };
  const takeAll = async (pattern: RegExp): Promise<void> => {
    for (let match = pattern.exec(open); match; match = pattern.exec(open)) {
      open = open.slice(match[0].length);
      await take(match[1]!, match[2]!, match[3]!);
    }
  };

  try {
    for await (const piece of pieces) {
      open += piece;
      if (open.length > 4 * longest) break;
      if (piece.trim() !== '') await takeAll(sentence);
    }
  } catch (error) {
    if (!(error instanceof Unanswered) || text === '') throw error;
    return { text, citations };
  }
  await takeAll(lastSentence);
  return text === '' ? null : { text, citations };
};

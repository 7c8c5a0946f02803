import type { Reading } from './reading.ts';

const heading = /^(?:\d{1,2}\.?\d?\s+|[IVX]+\.\s+)?(abstract|executive summary|contents|table of contents|introduction|background|objectives?|scope and methodology|methodology|methods?|results|discussion|conclusions?|recommendations?|references|bibliography|acknowledge?ments|works cited|foreword|preface|glossary|index|related work|literature review|what gao found|why gao did this study|troubleshooting|safety (?:instructions|information)|getting started|before you begin|technical specifications|einleitung|zusammenfassung|inhaltsverzeichnis|literatur(?:verzeichnis)?|inhoudsopgave|inleiding|sommaire|bibliographie)\s*[:.]?$/iu;
const contents = /(?:\.{4,}|(?: \.){4,}|…{2,})\s*\d{1,3}$/u;
const caption = /^(?:figure|fig\.?|table|chart|exhibit|box|abbildung|tabelle|figuur|tableau)\s+\d{1,2}(?:\.\d+)?\s*[:.–-]\s*\p{L}/iu;
const cited = /\bet al\b|\bdoi\b|\bISSN\b|\bISBN\b|arxiv|\(\p{Lu}\p{L}+(?: (?:and|&) \p{Lu}\p{L}+)?,? (?:19|20)\d\d[a-z]?\)|\[\d{1,3}(?:, ?\d{1,3})*\]|\bpp?\. \d+[–-]\d+|\bibid\b|Pub\. L\. No\.|\bU\.S\.C\. §|\bGAO-\d\d-\d+/giu;
const published = /report to (?:the )?(?:congress|chairman|ranking|board of|parliament)|congressional (?:requesters|committees)|government accountability office|working paper|white paper|annual report|journal of|proceedings of|volume \d+,? (?:issue|number|no)|(?:user|owner'?s?|operating|instruction|service|reference) (?:manual|guide)|all rights reserved|(?:first|second|third|revised) edition|press release/iu;
/** The paper's own number in its first lines: what is signed and sold has one, however long its conditions are. */
const numbered = /(?:policy|certificate|agreement|contract|account|invoice|bill|claim|loan|deed|document|registration|application|case|folio|member(?:ship)?) (?:no|number|nr|id|#)\.?\s{0,3}[:#]?\s{0,3}(?=[\p{Lu}\d/-]*\d)[\p{Lu}\d][\p{Lu}\d/-]{3,}/iu;
const signed = /in witness whereof|hereinafter (?:called|referred to)|signed, sealed|the parties hereto/iu;
const longEnough = 900;
const firstLines = 60;

/** Whether a long paper was written to be published: a report, a study, an article, a handbook. It tells of policies, bills and contracts, and is none. */
export function writtenForReaders(reading: Reading): boolean {
  const words = reading.lines.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (words < longEnough) return false;
  const opening = reading.lines.slice(0, firstLines).map(({ text }) => text).join('\n');
  if (numbered.test(opening) || signed.test(reading.text)) return false;
  const headings = new Set(reading.lines.map(({ text }) => heading.exec(text.trim())?.[1]?.toLowerCase()).filter((found) => found !== undefined));
  const count = (pattern: RegExp) => reading.lines.filter(({ text }) => pattern.test(text.trim())).length;
  const signs = [headings.size >= 3, headings.size >= 5, count(contents) >= 4, count(caption) >= 2, (reading.text.match(cited)?.length ?? 0) >= 4, published.test(reading.text)];
  return signs.filter(Boolean).length >= 3;
}

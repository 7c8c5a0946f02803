import type { Reading } from '../reading.ts';
import { plain } from '../text/fold.ts';
import { hasLegalForm, looksLikeOrganisation, readOrganisation } from './organisation.ts';
import { readPerson, startsWithTitle } from './person.ts';

export type RecipientGuess = { value: string; confidence: number; page: number; line: number };

const postcode = /(?:^|[\s,-])(?:\d{5,6}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?)(?:\s|$|,)/u;
const streetLine = /\d/u;

/** Whom a letter or bill is addressed to: a line with a courtesy title, "Dear Mr Brandt", or a name above a street and a town with its postcode. */
export function recipientGuesses(reading: Reading, issuer: string | null): RecipientGuess[] {
  const out: RecipientGuess[] = [];
  const firstPage = reading.lines[0]?.page;
  const lines = reading.lines.filter((line) => line.page === firstPage).slice(0, 40);
  const sender = plain(issuer ?? '');
  lines.forEach((line, at) => {
    for (const cell of line.cells) {
      const before = line.text.slice(0, cell.start).trim();
      if (startsWithTitle(cell.text) && cell.text.length < 60 && !/[.:]\s\p{Lu}\p{Ll}+ \p{Ll}/u.test(cell.text) && !/^dr\.?\s/iu.test(cell.text)) {
        const value = readPerson(cell.text, { lone: false });
        if (value) out.push({ value, confidence: 0.74 - at * 0.004, page: line.page, line: line.index });
        else if (/^(?:herrn?|frau|monsieur|madame|dhr\.?|mevr\.?|mr\.?|mrs\.?|ms\.?)\s*$/iu.test(cell.text)) {
          const next = lines[at + 1]?.cells.find((part) => Math.abs(part.start - cell.start) <= 2);
          const name = next ? readPerson(next.text) : null;
          if (name && next) out.push({ value: name, confidence: 0.74, page: line.page, line: line.index + 1 });
        }
      }
      const alone = /^(?:herrn?|frau|monsieur|madame|mr|mrs|ms|an|to|to,|aan)[.:,]?$/iu.test(cell.text) ? lines[at + 1]?.cells.find((part) => Math.abs(part.start - cell.start) <= 3) : undefined;
      const addressed = alone ? readPerson(alone.text, { surnameFirst: false }) : null;
      if (addressed) out.push({ value: addressed, confidence: 0.72, page: line.page, line: line.index + 1 });
      const dear = /^(?:dear|sehr geehrte[r]?|hallo|beste|geachte|cher|chère|estimad[oa]|gentile|hi|hello)\s+(.{3,50}?)[,!:]?$/iu.exec(cell.text);
      if (dear?.[1] && !before) {
        const value = readPerson(dear[1], { lone: startsWithTitle(dear[1]) });
        if (value && !/^(?:sir|madam|customer|damen|kunde|client|valued)/iu.test(value)) out.push({ value, confidence: value.includes(' ') ? 0.62 : 0.45, page: line.page, line: line.index });
      }
      // A name over an address: the town's postcode stands one to four lines below, in the same column.
      const name = at < 26 ? readPerson(cell.text, { surnameFirst: false }) : null;
      const organisation = !name && looksLikeOrganisation(cell.text) ? readOrganisation(cell.text) : null;
      const value = name ?? organisation;
      if (!value || plain(value) === sender || cell.text.length > 60) continue;
      const column = lines.slice(at + 1, at + 5).map((next) => next.cells.find((part) => Math.abs(part.start - cell.start) <= 3)?.text ?? '');
      const town = column.findIndex((text) => postcode.test(text));
      if (town >= 1 && column.slice(0, town).some((text) => streetLine.test(text)) && column.slice(0, town).every((text) => text !== '')) {
        // The first block under an organisation's heading is usually the sender's own.
        const own = organisation !== null && (at < 3 || hasLegalForm(organisation));
        out.push({ value, confidence: (organisation ? 0.46 : 0.6) - (own ? 0.1 : 0), page: line.page, line: line.index });
      }
    }
  });
  return out;
}

import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import { plain } from '../text/fold.ts';
import type { Line } from '../text/lines.ts';
import { hasLegalForm, looksLikeOrganisation, readOrganisation } from './organisation.ts';
import { readPerson, startsWithTitle } from './person.ts';

export type RecipientGuess = { value: string; confidence: number; page: number; line: number };

const postcode = /(?:^|[\s,-])(?:\d{5,6}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?)(?:\s|$|,)/u;
const streetLine = /\d/u;

/** Papers that are posted, and so carry an address. */
const posted: ReadonlySet<DocumentType> = new Set(['invoice', 'utility_bill', 'bank_statement', 'tax_return', 'tax_id', 'insurance_policy', 'loan_agreement', 'payslip']);

const closed = /^\s*(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards|with love|love,|mit freundlichen gr[üu](?:ß|ss)en|cordialement|atentamente|met vriendelijke groet)/iu;

/** "Yearly statement for Helen Marsh", "Proposal to Karen Delgado". */
const madeFor = /(?:statement|summary|estimate|proposal|quot(?:e|ation)|plan|report|schedule|payslip|pay advice|advice|results?|offer|invoice|bill|receipt|rechnung|angebot|bescheinigung|abrechnung|devis|facture|attestation|factuur|offerte|factura|presupuesto)\s+(?:prepared |made out )?(?:for|to|für|an|pour|à|para|voor)\s*:?\s+(\p{Lu}.{3,60})/iu;

/** Whom a letter or bill is addressed to: a line with a courtesy title, "Dear Mr Brandt", or a name above a street and a town with its postcode. */
export function recipientGuesses(reading: Reading, issuer: string | null, type: DocumentType): RecipientGuess[] {
  const out: RecipientGuess[] = [];
  const firstPage = reading.lines[0]?.page;
  const lines = reading.lines.filter((line) => line.page === firstPage).slice(0, 40);
  const same = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '');
  const sender = same(issuer ?? '');
  // Under a firm's letterhead a person's name over an address is whom the paper is sent to.
  const fromFirm = looksLikeOrganisation(issuer ?? '');
  // Below the closing stands who wrote, not whom it is written to.
  const closing = lines.findIndex((line) => closed.test(line.text));
  lines.slice(0, closing < 0 ? lines.length : closing).forEach((line, at) => {
    for (const part of line.cells) {
      // "To: Mrs H. Patel, 14 Fosse Road"
      const prefix = /^(?:to|an|aan|à|a|attn\.?|kind attn\.?)\s*[:,]\s*/iu.exec(part.text)?.[0].length ?? 0;
      const cell = prefix ? { text: part.text.slice(prefix), start: part.start, end: part.end } : part;
      const before = line.text.slice(0, cell.start).trim();
      if (startsWithTitle(cell.text) && cell.text.length < 60 && !/[.:]\s\p{Lu}\p{Ll}+ \p{Ll}/u.test(cell.text) && !/^(?:dr|docteur|dra|dott)\.?\s/iu.test(cell.text)) {
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
      const dear = /^(?:dear|sehr geehrte[r]?|hallo|beste|geachte|cher|chère|estimad[oa]|gentile|hi|hello)\s+(.{3,50}?)(?:[,!:]?$|[,!:]\s+\p{Ll})/iu.exec(cell.text);
      if (dear?.[1] && !before) {
        const value = readPerson(dear[1], { lone: startsWithTitle(dear[1]) });
        if (value && !/^(?:sir|madam|customer|damen|kunde|client|valued)/iu.test(value)) out.push({ value, confidence: value.includes(' ') ? 0.62 : 0.45, page: line.page, line: line.index });
      }
      if (!posted.has(type)) continue;
      // A name over an address: the town's postcode stands one to four lines below, in the same column.
      const name = at < 26 && !/\d/u.test(cell.text) ? readPerson(cell.text, { surnameFirst: false }) : null;
      const organisation = !name && looksLikeOrganisation(cell.text) ? readOrganisation(cell.text) : null;
      const value = name ?? organisation;
      if (!value || same(value) === sender || cell.text.length > 60) continue;
      const place = line.cells.indexOf(part);
      const column = lines.slice(at + 1, at + 5).map((next) => (next.cells.find((part) => Math.abs(part.start - cell.start) <= 3) ?? (place > 0 && next.cells.length > 1 ? next.cells.at(-1) : undefined))?.text ?? '');
      if (sender && column.some((text) => same(text).startsWith(sender))) continue;
      const town = column.findIndex((text) => postcode.test(text));
      if (town >= 1 && column.slice(0, town).some((text) => streetLine.test(text)) && column.slice(0, town).every((text) => text !== '')) {
        // The first block under an organisation's heading is usually the sender's own.
        const own = organisation !== null && at < 3;
        out.push({ value, confidence: (organisation ? (hasLegalForm(organisation) ? 0.54 : 0.46) : fromFirm ? 0.71 : 0.6) - (own ? 0.1 : 0), page: line.page, line: line.index });
      }
    }
  });
  for (const line of lines.slice(0, 10)) {
    const made = madeFor.exec(line.text);
    const value = made?.[1] ? readPerson(made[1], { surnameFirst: false }) : null;
    if (value && same(value) !== sender) out.push({ value, confidence: 0.72, page: line.page, line: line.index });
  }
  if (posted.has(type)) {
    out.push(...addressBlocks(lines, sender));
    // Nothing better: a name in capitals on a line of its own.
    for (const line of lines.slice(0, 20)) {
      const [only] = line.cells;
      const value = only && (line.cells.length === 1 || /\p{L}{4}.*(?:\d|:)/u.test(line.cells[1]?.text ?? '')) && /^\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){1,3}$/u.test(only.text) && !looksLikeOrganisation(only.text) ? readPerson(only.text, { surnameFirst: false }) : null;
      if (value && same(value) !== sender && !sender.startsWith(same(value))) out.push({ value, confidence: 0.46 - line.index * 0.002, page: line.page, line: line.index });
    }
  }
  return out;
}

/** The block of a window envelope: three to six lines between gaps, a name first, digits below, no labels and no money. */
function addressBlocks(lines: readonly Line[], sender: string): RecipientGuess[] {
  const out: RecipientGuess[] = [];
  for (let at = 1; at < Math.min(lines.length, 16); at += 1) {
    const first = lines[at];
    if (!first?.gap) continue;
    let n = 1;
    while (lines[at + n] && !lines[at + n]?.gap) n += 1;
    const block = lines.slice(at, at + n).map((line) => line.cells[0]?.text ?? '');
    const [name = ''] = block;
    if (n < 3 || n > 6 || block.some((text) => /:|\d[.,]\d{2}(?!\d)|@|www\./u.test(text)) || !block.slice(1).some((text) => /\d/u.test(text))) continue;
    if (sender && block.some((text) => plain(text).replace(/[^\p{L}\p{N}]/gu, '').startsWith(sender))) continue;
    const value = readPerson(name, { surnameFirst: false }) ?? (looksLikeOrganisation(name) ? readOrganisation(name) : null);
    if (value && plain(value).replace(/[^\p{L}\p{N}]/gu, '') !== sender) out.push({ value, confidence: 0.56, page: first.page, line: first.index });
  }
  return out;
}

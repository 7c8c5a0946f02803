import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import type { Candidate } from './candidates.ts';
import { labelsIn } from './labels.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { id } from './rule.ts';
import { readValue } from './values.ts';

/** Words by which papers call a number, at the end of a caption of up to four words: "Assessment No", "Loan ID", "Relatienummer", "Agreement number". */
const caption = /^((?:[\p{L}'’&/.-]+ ){0,3}?(?:no|nos|nr|num|number|ref|reference|id|code|numéro|numero|número|nummer|n[°º]|\p{L}{3,}(?:nummer|nr)))(?=[\s.:#]|$)\s*\.?\s*[:#=–-]*\s*/iu;
/** Numbers of something else than the paper. */
const others = /passp|passeport|pasaporte|paspoort|reisepass|aadha|voter|epic\b|visa\b|nric|dni\b|nif\b|nie\b|ssn\b|ident|ausweis|id card|phone|mobile|tel|fax|whats|bank|sort|gst|vat|tax|pan\b|tin\b|ein\b|hsn|sac\b|pin|zip|post|plot|flat|house|haus|room|door|floor|ward|unit|table|tisch|seat|berth|coach|platform|gate|page|seite|item|qty|serial|batch|lot|chassis|engine|meter|roll|swift|bic|iban|ifsc|micr|iata|licen[cs]e|regist|regd|reg\b|cin\b|company|firm|steuer|ust|btw|kvk|siret|card|karte|cheque|check|auth|approval|promo|coupon|discount|route|bus|train|flight|vehicle|plate|social|national|insurance n|ni\b|emergency|witness|employer|blood|previous|old\b|parent|version|model|part\b|size|dial|call|customer service|help|app\b|barcode|colou?r|zone|area|dress/iu;
/** Papers of doctors bear the numbers of their registers. */
const registered: ReadonlySet<DocumentType> = new Set(['prescription', 'medical_report']);
const firstLines = 40;
const atMost = 3;

/** "Your new policy SMI-0044182 runs from": a paper's own word and its number, in prose. */
const mention = /(?<!\p{L})(?:policy|agreement|contract|certificate|membership|permit|report|reservation|statement|vertrag|police|polis|contrat|contrato|p[óo]liza|ap[óo]lice)\s+((?=[\p{Lu}\d/.-]*\d{4})(?=[\p{Lu}\d/.-]*[\p{Lu}/-])[\p{Lu}\d][\p{Lu}\d/.-]{5,24})(?![\p{L}\d])/gu;

function from(line: Line, value: { value: string; quality: number }, order: number, at: number): Candidate {
  return { field: 'documentNumber', value: value.value, confidence: (0.6 - order * 0.04) * value.quality * (line.ocr ? 0.97 : 1), page: line.page, line: line.index, start: at, weight: 1, label: 'any number' };
}

/** Numbers behind or under captions that no rule of the type knows but that end as captions of numbers do: weaker than any label. */
export function captionedNumbers(reading: Reading, type: DocumentType): Candidate[] {
  const rule = id('documentNumber', '');
  const out: Candidate[] = [];
  if (registered.has(type)) return out;
  for (const line of reading.lines.slice(0, firstLines)) {
    for (const said of line.text.matchAll(new RegExp(mention.source, 'giu'))) {
      const value = said[1] === said[1]?.toUpperCase() ? readValue(said[1] ?? '', rule, reading) : null;
      if (value && out.length < atMost && reading.datesOf(line).every(({ start, end }) => end <= said.index || start >= said.index + said[0].length)) out.push(from(line, value, out.length + 1, said.index));
    }
    for (const [i, cell] of line.cells.entries()) {
      if (out.length >= atMost) return out;
      const head = caption.exec(cell.text);
      if (!head?.[1] || others.test(head[1]) || !/^[\p{Lu}\p{N}]/u.test(head[1])) continue;
      // What a rule of the type knows is told by it, or kept back on purpose.
      const known = labelsIn(line, type).some((label) => (label.opening || label.colon) && label.start >= cell.start && label.start < cell.start + head[0].length && (label.words > 1 || label.end - cell.start >= (head[1]?.length ?? 0)));
      if (known) continue;
      const rest = cell.text.slice(head[0].length);
      const next = line.cells[i + 1];
      const below = reading.lines[line.index + 1];
      const under = below && below.page === line.page && below.cells.length === line.cells.length ? below.cells[i] : undefined;
      const text = rest || (line.cells.length === 2 && i === 0 ? next?.text : under?.text) || '';
      const value = readValue(text, rule, reading);
      if (value && value.value.replace(/\D/gu, '').length >= 2 && value.value.replace(/[^\p{L}\d]/gu, '').length >= 4) out.push(from(line, value, out.length, cell.start));
    }
  }
  return out;
}

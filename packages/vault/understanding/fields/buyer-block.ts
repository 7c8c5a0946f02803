import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from '../reading.ts';
import type { Line } from '../text/lines.ts';
import { labelsIn } from './labels.ts';

const buyerWord = /^(?:bill|billed|invoice|invoiced|ship|sold|deliver|buyer|consignee|customer|client|kunde|rechnungs|liefer|klant|factuur|aflever|factur|adresse|destinataire|cliente|recipient|guest|patient|details of rec|party)/iu;
const deliveredTo = /^(?:ship(?:ping|ped)? (?:to|address)|deliver(?:y|ed)? (?:to|address)|lieferadresse|lieferanschrift|afleveradres|leveradres|adresse de livraison)/iu;
/** An address stands below a caption alone in seven lines, below a name behind its caption in three. */
const reach = { alone: 7, named: 3 };

/** Whether a place on a bill belongs to its buyer: behind "Bill to", "Factuuradres", "Guest …" or in the column below it. */
export function buyerPlaces(reading: Reading, type: DocumentType): (line: Line, start: number) => boolean {
  const blocks: { from: number; to: number; column: number | null; last: boolean }[] = [];
  for (const line of reading.lines.slice(0, 120)) {
    for (const label of labelsIn(line, type)) {
      const caption = line.text.slice(label.start, label.end);
      if (!(label.opening || label.colon) || !(deliveredTo.test(caption) || (label.rules.some(({ field }) => field === 'holderName') && buyerWord.test(caption)))) continue;
      const column = line.cells.findIndex((cell) => cell.start <= label.start && cell.end > label.start);
      const named = /^[\s.:]*\p{L}/u.test(line.text.slice(label.end, line.cells[column]?.end ?? line.text.length));
      blocks.push({ from: line.index, to: line.index + (named ? reach.named : reach.alone), column: line.cells.length > 1 ? column : null, last: column === line.cells.length - 1 });
    }
  }
  return (line, start) => {
    const column = line.cells.findIndex((cell) => cell.start <= start && cell.end > start);
    if (/(?<!\p{L})(?:guest|customer|client|buyer|recipient|billing|your|ihre|kunden|votre)(?!\p{L}| (?:care|service|support))[^:]{0,14}$/iu.test(line.text.slice(Math.max(0, start - 30), start).replace(/[\s:]+$/u, ''))) return true;
    return blocks.some((block) => line.index >= block.from && line.index <= block.to
      && (block.column === null || block.column === column || (block.last && column === line.cells.length - 1)));
  };
}

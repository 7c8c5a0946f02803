import { makePdf } from '@docuvault/document-tools/testing/make-pdf.ts';

/** A PDF of one page with a text layer, a line each. */
export const paperOf = (lines: readonly string[]): Buffer =>
  Buffer.from(makePdf([lines.map((line, i) => `BT /F1 ${i === 0 ? 18 : 11} Tf 60 ${780 - i * 24} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`).join('\n')]));

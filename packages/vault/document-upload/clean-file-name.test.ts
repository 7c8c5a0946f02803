import { describe, expect, it } from 'vitest';
import { cleanFileName, titleFromFileName } from './clean-file-name.ts';

describe('the name of an uploaded file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\Users\\me\\Lease.pdf', 'Lease.pdf'], ['', 'document.pdf'], ['...', 'document.pdf'], ['.pdf', 'pdf'],
    ['a\0b\u0007.pdf', 'ab.pdf'], ['invoice\u202Efdp.exe', 'invoicefdp.exe'], ['  spaced   out .pdf ', 'spaced out.pdf'], ['रसीद.pdf', 'रसीद.pdf'],
    ['who"said<that>?.pdf', 'who_said_that__.pdf'], ['lone\ud800.pdf', 'lone.pdf'], ['cafe\u0301.pdf', 'café.pdf'],
  ])('%j is shown as %j', (given, shown) => {
    expect(cleanFileName(given, 'application/pdf')).toBe(shown);
  });

  it('is at most 255 characters and keeps its extension', () => {
    const name = cleanFileName(`${'x'.repeat(5000)}.pdf`, 'application/pdf');
    expect(name).toHaveLength(255);
    expect(name.endsWith('x.pdf')).toBe(true);
    expect(Array.from(cleanFileName(`${'😀'.repeat(5000)}.pdf`, 'application/pdf'))).toHaveLength(255);
  });

  it('gives the title, without the extension', () => {
    expect(titleFromFileName('Lease 2024.final.pdf')).toBe('Lease 2024.final');
    expect(titleFromFileName('.pdf')).toBe('.pdf');
  });
});

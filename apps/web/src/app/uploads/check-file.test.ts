import { describe, expect, it } from 'vitest';
import { maxUploadBytes } from '@docuvault/contract/upload.ts';
import { checkFile, mostBytes } from './check-file.ts';

const codeOf = async (...parts: BlobPart[]) => (await checkFile(new Blob(parts)))?.code ?? null;

describe('a file before it is sent', () => {
  it('is known by its first bytes', async () => {
    expect(await codeOf('%PDF-1.7\n')).toBeNull();
    expect(await codeOf('junk before\n%PDF-1.4')).toBeNull();
    expect(await codeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBeNull();
    expect(await codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBeNull();
    expect(await codeOf('RIFF1234WEBPVP8 ')).toBeNull();
    expect(await codeOf('plain words')).toBe('upload.type_not_accepted');
    expect(await codeOf('MZ and %PDF-')).toBe('upload.type_not_accepted');
    expect(await codeOf('\0\0\0\x18ftypheic')).toBe('upload.heic');
  });

  it('that is a ZIP is taken only when it is a Word file without macros', async () => {
    expect(await codeOf('PK\x03\x04', 'word/document.xml')).toBeNull();
    expect(await codeOf('PK\x03\x04', 'word/document.xml word/vbaProject.bin')).toBe('upload.macros');
    expect(await codeOf('PK\x03\x04', 'holiday.jpg')).toBe('upload.type_not_accepted');
  });

  it('is refused when it is empty or larger than the vault takes', async () => {
    expect(mostBytes).toBe(maxUploadBytes);
    expect(await codeOf('')).toBe('upload.empty');
    expect(await codeOf('%PDF-', new Uint8Array(mostBytes))).toBe('upload.too_large');
  });
});

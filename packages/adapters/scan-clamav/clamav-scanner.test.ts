import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingClamav, startClamd, testSignatureText } from '@docuvault/testing/clamav.ts';
import { createClamavScanner } from './clamav-scanner.ts';

async function* streamOf(text: string) {
  for (let i = 0; i < text.length; i += 1000) yield Buffer.from(text.slice(i, i + 1000));
}

describe.skipIf(missingClamav() !== null)('a real clamd', () => {
  let daemon: { url: string; stop(): void };
  beforeAll(async () => {
    daemon = await startClamd();
  });
  afterAll(() => {
    daemon.stop();
  });

  it('passes a clean file and names what it finds in another', async () => {
    const scanner = createClamavScanner(daemon.url);
    expect(await scanner.scan(streamOf('a lease agreement '.repeat(5_000)))).toEqual({ clean: true });
    expect(await scanner.scan(streamOf(`${'x'.repeat(5_000)}${testSignatureText}`))).toEqual({ clean: false, signature: expect.stringContaining('DocuVault.Test') as string });
  });
});

describe('a clamd that is down', () => {
  it('refuses the file rather than let it pass unscanned', async () => {
    const scanner = createClamavScanner('tcp://127.0.0.1:1');
    await expect(scanner.scan(streamOf('x'))).rejects.toMatchObject({ status: 503, code: 'scan.unavailable' });
  });
});

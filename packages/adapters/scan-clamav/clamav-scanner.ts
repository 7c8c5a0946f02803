import { Readable } from 'node:stream';
import type NodeClam from 'clamscan';
import { unavailable } from '@docuvault/core/errors.ts';
import type { MalwareScanner } from '@docuvault/core/malware-scanner.ts';

/** Scans by a clamd at `tcp://host:port` or `unix:///path`, by its INSTREAM command. Throws 503 `scan.unavailable` when it does not answer: a file is never taken unscanned. */
export const createClamavScanner = (url: string): MalwareScanner => {
  const at = new URL(url);
  const place = at.protocol === 'unix:' ? { socket: at.pathname } : { host: at.hostname, port: Number(at.port || '3310') };
  let opened: Promise<NodeClam> | null = null;
  const open = async (): Promise<NodeClam> => {
    const sdk = await import('clamscan');
    opened ??= new sdk.default().init({ clamdscan: { ...place, timeout: 60_000, localFallback: false, bypassTest: true }, preference: 'clamdscan' });
    return opened;
  };
  return {
    scan: async (body) => {
      let found: { isInfected: boolean | null; viruses: string[] };
      try {
        found = await (await open()).scanStream(Readable.from(body));
      } catch {
        opened = null;
        throw unavailable('scan.unavailable', 'The malware scanner is not answering; try again shortly.');
      }
      if (found.isInfected === null) throw unavailable('scan.unavailable', 'The malware scanner could not judge this file; try again shortly.');
      return found.isInfected ? { clean: false, signature: found.viruses[0] ?? 'unknown' } : { clean: true };
    },
  };
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { makeVault, runRound } from './writer-round.ts';

/** The process of an embedded vault is killed in mid-write, again and again on one vault. */
export const killEmbedded: Fault = {
  name: 'kill -9 in mid-write, embedded',
  missing: () => null,
  run: async (scale) => {
    const home = mkdtempSync(join(tmpdir(), 'docuvault-faults-'));
    try {
      await makeVault(home);
      const rounds = Math.ceil(200 * scale);
      const all: string[] = [];
      const lost: string[] = [];
      let last: string[] = [];
      for (let n = 0; n < rounds; n++) {
        const round = await runRound(home, last, () => undefined);
        lost.push(...round.lost);
        last = round.acknowledged;
        all.push(...last);
      }
      const end = await runRound(home, all, null);
      lost.push(...end.lost);
      const unheard = end.rows! - all.length;
      return { acknowledged: all.length, lost, twice: 0, unheard, done: `${rounds} × killed`, seen: `${end.checked} verified once more at the end, each row, job and byte`, wrong: unheard < 0 ? ['fewer rows than were acknowledged'] : [] };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};

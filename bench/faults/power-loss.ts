import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { missingMount } from './small-disk.ts';
import { makeVault, runRound } from './writer-round.ts';

const unsyncing = '/usr/lib/x86_64-linux-gnu/libeatmydata.so';
const missingTools = (): string | null =>
  missingMount() ?? (existsSync('/usr/sbin/xfs_io') ? null : 'xfs_io (package xfsprogs) is not installed') ?? (existsSync(unsyncing) ? null : 'libeatmydata is not installed');

/** A disk of its own with a real ext4, whose power can be cut: what no fsync has brought to the disk is gone. */
const mountDisk = () => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-power-'));
  const [image, at] = [join(folder, 'image'), join(folder, 'disk')];
  mkdirSync(at);
  execFileSync('truncate', ['-s', '1G', image]);
  execFileSync('mkfs.ext4', ['-q', image]);
  const mount = () => execFileSync('mount', ['-o', 'loop', image, at]);
  mount();
  return {
    at,
    /** The file system stops dead: neither its pages nor its journal are written any more. */
    cut: () => execFileSync('/usr/sbin/xfs_io', ['-x', '-c', 'shutdown', at], { stdio: 'ignore' }),
    /** Power again: the journal is replayed. */
    restore: () => {
      execFileSync('umount', [at]);
      mount();
    },
    remove: () => {
      execFileSync('umount', ['-l', at]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const cutOften = async (rounds: number, env: Record<string, string>) => {
  const disk = mountDisk();
  const home = join(disk.at, 'home');
  try {
    mkdirSync(home);
    await makeVault(home);
    execFileSync('sync');
    const lost: string[] = [];
    let acknowledged = 0;
    let last: string[] = [];
    let cuts = 0;
    for (let n = 0; n <= rounds; n++) {
      const round = await runRound(home, last, n === rounds ? null : disk.cut, n === rounds ? {} : env);
      lost.push(...round.lost);
      if (round.lost.includes('the vault did not open')) break;
      if (n === rounds) break;
      last = round.acknowledged;
      acknowledged += last.length;
      disk.restore();
      cuts += 1;
    }
    return { acknowledged, lost, cuts };
  } finally {
    disk.remove();
  }
};

/** The power goes in mid-write. The same is done with a vault whose fsync does nothing, to know that the blow is a real one. */
export const powerLoss: Fault = {
  name: 'power loss in mid-write, embedded (ext4 that stops dead; unsynced pages and journal are gone)',
  missing: missingTools,
  run: async (scale) => {
    const { acknowledged, lost, cuts } = await cutOften(Math.ceil(50 * scale), {});
    const control = await cutOften(Math.ceil(10 * scale), { LD_PRELOAD: unsyncing });
    return {
      acknowledged, lost, twice: 0, unheard: 0,
      done: `${cuts} × cut`,
      seen: `with fsync made to do nothing, ${control.lost.length} findings after ${control.cuts} cuts and ${control.acknowledged} acknowledged (${control.lost[0] ?? 'none'})`,
      wrong: control.lost.length === 0 ? ['the vault without fsync lost nothing either, so the cut proves nothing'] : [],
    };
  },
};

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  folder: string;
  freeBytes(): number;
  /** Leaves nothing free. */
  fill(): void;
  /** Gives back what `fill` took. */
  clear(): void;
  remove(): void;
};

/** Why no file system can be mounted here, or null. */
export const missingMount = (): string | null => (userInfo().uid === 0 && process.platform === 'linux' ? null : 'mounting a small disk wants root on Linux');

/** A disk of so many megabytes, in memory. */
export const mountSmallDisk = (megabytes: number): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'docuvault', folder]);
  chmodSync(folder, 0o777);
  const ballast = join(folder, 'ballast');
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder, freeBytes,
    fill: () => {
      for (let n = 0; freeBytes() > 0; n++) {
        try {
          writeFileSync(`${ballast}${n}`, Buffer.alloc(Math.min(freeBytes(), 32 * 1024 * 1024)));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    },
    clear: () => {
      execFileSync('sh', ['-c', `rm -f '${ballast}'*`]);
    },
    remove: () => {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Raised when another live process holds the directory. */
export class DirectoryInUse extends Error {
  constructor(path: string, pid: number) {
    super(`${path} is in use by process ${pid}; stop it first, or set DOCUVAULT_HOME to another folder`);
    this.name = 'DirectoryInUse';
  }
}

type Holder = { pid: number; startedAt: string; token: string };

/** When the process began, in kernel ticks, so that a reused process number is not taken for the holder; '' where /proc is missing. */
const startTime = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (holder: Holder): boolean => {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.startedAt === '' || startTime(holder.pid) === holder.startedAt;
};

const read = (path: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

/**
 * Takes the lock file at `path` for this process, or throws `DirectoryInUse`. A lock left by a dead process
 * is taken over. The file appears whole (written aside, then linked), so a torn one never exists.
 * Returns the function that gives it back.
 */
export const lockDirectory = (path: string): (() => void) => {
  const mine: Holder = { pid: process.pid, startedAt: startTime(process.pid), token: randomUUID() };
  const aside = `${path}.${mine.token}`;
  writeFileSync(aside, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(aside, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = read(path);
        if (holder && isAlive(holder)) throw new DirectoryInUse(path, holder.pid);
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(aside, { force: true });
  }
  return () => {
    if (read(path)?.token === mine.token) rmSync(path, { force: true });
  };
};

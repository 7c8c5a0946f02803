import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const abandonedAfterMs = 60 * 60_000;

/** When this process began: tells a process number that is used again (number 1 of a container) from its former holder. */
const startedAt = () => Math.round(performance.timeOrigin);
const host = () => hostname().replaceAll(/[^A-Za-z0-9.-]/g, '_');

/** A name for a file that is coming in; it says which process writes it. */
export const incomingName = (): string => [host(), process.pid, startedAt(), randomUUID()].join('~');

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
};

const wasAbandoned = (folder: string, name: string): boolean => {
  const [ofHost, pid, start] = name.split('~');
  if (ofHost === host() && pid !== undefined) {
    if (Number(pid) === process.pid) return Number(start) !== startedAt();
    if (!isRunning(Number(pid))) return true;
  }
  return Date.now() - statSync(join(folder, name)).mtimeMs > abandonedAfterMs;
};

/** Removes what dead processes left behind. Files of live ones, and those another machine wrote to within the hour, stay. */
export const sweepIncoming = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    try {
      if (wasAbandoned(folder, name)) rmSync(join(folder, name), { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
};

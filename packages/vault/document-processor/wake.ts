import type { Deps } from '../context.ts';

/** The vault's needs, and how to tell a processor of this process that there is work; without it NOTIFY and polling do. */
export type QueueDeps = Deps & {
  wakeProcessor?: (() => void) | undefined;
  /** False where documents cannot be read (an edge function): then jobs are left for the workers on the same database. */
  readsHere?: boolean | undefined;
};

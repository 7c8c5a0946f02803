import type { Deps } from '../context.ts';

/** The vault's needs, and how to tell a processor of this process that there is work; without it NOTIFY and polling do. */
export type QueueDeps = Deps & { wakeProcessor?: (() => void) | undefined };

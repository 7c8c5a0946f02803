import type { Citation } from '@docuvault/contract/chat.ts';

/** What is said, and what it stands on. `documents` are remembered for "it" and "the other one". */
export type Reply = { text: string; citations: Citation[]; grounded: boolean; documents: string[] };

/** An answer that no document is needed for, or none was found for. */
export const ungrounded = (text: string): Reply => ({ text, citations: [], grounded: false, documents: [] });

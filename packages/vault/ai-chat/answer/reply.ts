import type { Citation } from '@docuvault/contract/chat.ts';

/** What is said, and what it stands on. `documents` are remembered for "it" and "the other one"; `named` are others that the text names. */
export type Reply = { text: string; citations: Citation[]; grounded: boolean; documents: string[]; named?: readonly string[] };

/** Every document that the reply says something of. */
export const sourcesOf = ({ citations, documents, named = [] }: Reply): string[] => [...new Set([...citations.map(({ documentId }) => documentId), ...documents, ...named])];

/** An answer that no document is needed for, or none was found for. */
export const ungrounded = (text: string): Reply => ({ text, citations: [], grounded: false, documents: [] });

import type { Citation } from '@docuvault/contract/chat.ts';

/** What is said, and what it stands on. `documents` are remembered for "it" and "the other one"; `named` are others that the text names. */
export type Reply = { text: string; citations: Citation[]; grounded: boolean; documents: string[]; named?: readonly string[]; /** It shows lines of which one may answer. */ unsure?: true };

/** Every document that the reply says something of. */
export const sourcesOf = ({ citations, documents, named = [] }: Reply): string[] => [...new Set([...citations.map(({ documentId }) => documentId), ...documents, ...named])];

/** An answer that no document is needed for, or none was found for. */
export const ungrounded = (text: string): Reply => ({ text, citations: [], grounded: false, documents: [] });

/** Two answers as one: what both say and cite. */
export const joinReplies = (one: Reply, other: Reply): Reply => {
  const cited = new Set(one.citations.map((citation) => JSON.stringify(citation)));
  return {
    text: one.text === other.text ? one.text : `${one.text} ${other.text}`, citations: [...one.citations, ...other.citations.filter((citation) => !cited.has(JSON.stringify(citation)))], grounded: one.grounded || other.grounded,
    documents: [...new Set([...one.documents, ...other.documents])], named: [...(one.named ?? []), ...(other.named ?? [])], ...(one.unsure || other.unsure ? { unsure: true as const } : {}),
  };
};

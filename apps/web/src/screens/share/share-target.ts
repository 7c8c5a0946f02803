import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { Folder } from '../../data/folders.ts';
import type { Shareable } from './who-sees.ts';

/** What the share dialog is opened for. */
export type ShareTarget = { kind: 'documents'; documents: readonly Pick<DocumentSummary, 'id' | 'title' | 'folderId' | 'ownerId'>[] } | { kind: 'folder'; folder: Folder } | { kind: 'everything' };

/** So many documents go into one link, and are shared at once. */
export const mostShared = 50;

/** The one thing whose access can be listed; null for several documents. */
export const shareableOf = (target: ShareTarget): Shareable | null => {
  if (target.kind === 'folder') return { kind: 'folder', id: target.folder.id };
  if (target.kind === 'everything') return { kind: 'everything' };
  const [one] = target.documents;
  return one && target.documents.length === 1 ? { kind: 'document', id: one.id, folderId: one.folderId } : null;
};

/** How the vault is told what to share, one by one. */
export const inputsOf = (target: ShareTarget): ({ documentId: string } | { folderId: string } | { everything: true })[] =>
  target.kind === 'folder' ? [{ folderId: target.folder.id }] : target.kind === 'everything' ? [{ everything: true }] : target.documents.map(({ id }) => ({ documentId: id }));

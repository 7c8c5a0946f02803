import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { BulkChange } from '../../../data/bulk.ts';

type Step = { change: BulkChange; ids: string[] };

/** Groups ids by what they had before. */
const grouped = <T extends string | null>(ids: readonly string[], known: ReadonlyMap<string, DocumentSummary>, read: (document: DocumentSummary) => T): [T, string[]][] => {
  const groups = new Map<T, string[]>();
  for (const id of ids) {
    const document = known.get(id);
    if (document) groups.set(read(document), [...(groups.get(read(document)) ?? []), id]);
  }
  return [...groups];
};

/** What takes a change back; null where nothing can, or where it is not known of every document what it was before. */
export const undoOf = (change: BulkChange, ids: readonly string[], loaded: readonly DocumentSummary[]): Step[] | null => {
  if (change.action === 'trash') return [{ change: { action: 'restore' }, ids: [...ids] }];
  if (change.action === 'restore') return [{ change: { action: 'trash' }, ids: [...ids] }];
  const known = new Map(loaded.map((document) => [document.id, document]));
  if (!ids.every((id) => known.has(id))) return null;
  switch (change.action) {
    case 'move': return grouped(ids, known, (document) => document.folderId).map(([folderId, group]) => ({ change: { action: 'move', folderId }, ids: group }));
    case 'setPerson': return grouped(ids, known, (document) => document.person).map(([person, group]) => ({ change: { action: 'setPerson', person }, ids: group }));
    case 'tag': {
      const added = (change.tags ?? []).map((tag) => ({ tag, without: ids.filter((id) => !known.get(id)!.tags.some((one) => one.toLowerCase() === tag.toLowerCase())) }));
      return added.filter(({ without }) => without.length > 0).map(({ tag, without }) => ({ change: { action: 'untag', tags: [tag] }, ids: without }));
    }
    default: return null;
  }
};

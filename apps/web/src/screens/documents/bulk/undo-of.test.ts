import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { undoOf } from './undo-of.ts';

const paper = (id: string, rest: Partial<DocumentSummary> = {}) => ({ id, tags: [], folderId: null, person: null, ...rest }) as unknown as DocumentSummary;

describe('taking a change of many back', () => {
  it('takes out of the trash what was put there, loaded or not', () => {
    expect(undoOf({ action: 'trash' }, ['a', 'b'], [])).toEqual([{ change: { action: 'restore' }, ids: ['a', 'b'] }]);
  });

  it('takes a tag only off those that did not bear it before', () => {
    const steps = undoOf({ action: 'tag', tags: ['Tax'] }, ['a', 'b'], [paper('a', { tags: ['tax'] }), paper('b')]);
    expect(steps).toEqual([{ change: { action: 'untag', tags: ['Tax'] }, ids: ['b'] }]);
  });

  it('moves each back to the folder that it came from', () => {
    const steps = undoOf({ action: 'move', folderId: 'x' }, ['a', 'b', 'c'], [paper('a', { folderId: 'f' }), paper('b'), paper('c', { folderId: 'f' })]);
    expect(steps).toEqual([{ change: { action: 'move', folderId: 'f' }, ids: ['a', 'c'] }, { change: { action: 'move', folderId: null }, ids: ['b'] }]);
  });

  it('promises nothing where it is not known what was before', () => {
    expect(undoOf({ action: 'move', folderId: 'x' }, ['a', 'b'], [paper('a')])).toBeNull();
    expect(undoOf({ action: 'delete' }, ['a'], [paper('a')])).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { UploadItem } from '../../app/uploads/upload-queue.ts';
import type { ProcessingStatus } from '../../data/processing.ts';
import { en } from '../../i18n/en.ts';
import { problemText, stateOf, tallyOf } from './upload-state.ts';

const item = (changes: Partial<UploadItem>): UploadItem => ({ id: 'a', name: 'a.pdf', size: 9, folderId: null, title: null, stage: 'sent', sent: 9, problem: null, documentId: 'one', duplicate: false, ...changes });
const reading = (status: ProcessingStatus['status'], code?: string): ProcessingStatus => ({ status, stage: 'reading', progress: 0, attempts: 1, failure: code ? { code, message: '' } : null });

describe('what has become of a file', () => {
  it('is told by its sending first and by its reading then', () => {
    expect(stateOf(item({ stage: 'waiting' }), undefined)).toBe('moving');
    expect(stateOf(item({ stage: 'paused' }), undefined)).toBe('paused');
    expect(stateOf(item({}), undefined)).toBe('reading');
    expect(stateOf(item({}), reading('completed'))).toBe('done');
    expect(stateOf(item({}), reading('failed', 'processing.unreadable'))).toBe('unread');
    expect(stateOf(item({ duplicate: true }), reading('completed'))).toBe('duplicate');
  });

  it('is that it is locked, also where it was in the vault before', () => {
    expect(stateOf(item({ duplicate: true }), reading('failed', 'processing.password_required'))).toBe('locked');
    expect(tallyOf(['locked', 'refused', 'done', 'duplicate', 'moving', 'reading'])).toEqual({ moving: 1, paused: 0, reading: 1, needYou: 2, in: 2 });
  });

  it('is said in words for every reason', () => {
    for (const code of ['upload.too_large', 'quota.storage_exceeded', 'network.unreachable', 'rate_limit.exceeded', 'never.heard']) expect(en[problemText(code)]).toBeTruthy();
  });
});

import type { UploadItem } from '../../app/uploads/upload-queue.ts';
import type { ProcessingStatus } from '../../data/processing.ts';
import type { TextKey } from '../../i18n/en.ts';

/** What has become of a file, from its sending and from its reading together. */
export type UploadState = 'moving' | 'paused' | 'reading' | 'done' | 'duplicate' | 'locked' | 'unread' | 'refused';

export const stateOf = (item: UploadItem, reading: ProcessingStatus | undefined): UploadState => {
  if (item.stage === 'refused') return 'refused';
  if (item.stage === 'paused') return 'paused';
  if (item.stage !== 'sent') return 'moving';
  // The one that was there already may be waiting for the very password that the person has at hand.
  if (reading?.status === 'failed') return reading.failure?.code.includes('password') ? 'locked' : 'unread';
  if (item.duplicate) return 'duplicate';
  return reading?.status === 'completed' ? 'done' : 'reading';
};

export type Tally = { moving: number; paused: number; reading: number; needYou: number; in: number };

export const tallyOf = (states: readonly UploadState[]): Tally => {
  const count = (...wanted: UploadState[]) => states.filter((state) => wanted.includes(state)).length;
  return { moving: count('moving'), paused: count('paused'), reading: count('reading'), needYou: count('locked', 'unread', 'refused'), in: count('done', 'duplicate') };
};

const words: Record<string, TextKey> = {
  'upload.too_large': 'upload.problem.too_large', 'upload.type_not_accepted': 'upload.problem.type_not_accepted', 'upload.heic': 'upload.problem.heic',
  'upload.macros': 'upload.problem.macros', 'upload.empty': 'upload.problem.empty', 'upload.gone': 'upload.problem.gone', 'upload.malware': 'upload.problem.malware',
  'quota.storage_exceeded': 'upload.problem.storage_exceeded', 'network.unreachable': 'upload.problem.unreachable', 'rate_limit.exceeded': 'upload.problem.tooMany',
};

/** Why a file did not get in, in words. */
export const problemText = (code: string): TextKey => words[code] ?? 'upload.problem.other';

import { entityTooLarge, invalidFileSizeLimit, invalidInput } from './storage-error.ts';

const units: Record<string, number> = { gb: 1e9, mb: 1e6, kb: 1e3, b: 1 };

/** Bytes of a bucket's limit: a number, or a text such as `20MB`. At most `largest`; null lifts the limit, absent leaves it. */
export const parseFileSize = (value: unknown, largest: number): number | null | undefined => {
  if (value === undefined || value === null) return value;
  if (typeof value !== 'number' && typeof value !== 'string') throw invalidInput('body/file_size_limit must be integer,string,null');
  const match = /^(\d+(?:\.\d+)?)(gb|mb|kb|b)?$/i.exec(String(value));
  if (!match || (typeof value === 'string' && !match[2])) throw invalidFileSizeLimit();
  const bytes = Math.floor(Number(match[1]) * units[(match[2] ?? 'b').toLowerCase()]!);
  if (bytes > largest) throw entityTooLarge();
  return bytes;
};

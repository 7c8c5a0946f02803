import * as z from 'zod/mini';
import { uploadOptions, type UploadOptions } from '@docuvault/contract/upload.ts';
import { cleanLine } from './clean-file-name.ts';
import { folderMissing, optionInvalid } from './document-upload.errors.ts';

const known = ['title', 'folderId', 'tags', 'person', 'password'] as const;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const parseTags = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw optionInvalid('tags', 'tags is not a JSON array of texts.');
  }
};

/** One line each; what is empty counts as not given. A folder id that is no id is a folder that is not there. */
export const tidyOptions = (options: UploadOptions): UploadOptions => {
  if (options.folderId !== undefined && !uuid.test(options.folderId)) throw folderMissing();
  const tags = (options.tags ?? []).map((tag) => cleanLine(tag, 100)).filter((tag) => tag !== '');
  return {
    title: cleanLine(options.title ?? '', 500) || undefined,
    person: cleanLine(options.person ?? '', 200) || undefined,
    folderId: options.folderId,
    password: options.password,
    tags: [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()],
  };
};

/** The options as the fields of a form say them. 400 `upload.invalid_option` for one that is out of form; unknown fields are passed over. */
export const optionsFromFields = (fields: ReadonlyMap<string, string>): UploadOptions => {
  const given: Record<string, unknown> = {};
  for (const name of known) {
    const value = fields.get(name)?.replaceAll('\0', '').toWellFormed();
    if (value !== undefined && value !== '') given[name] = name === 'tags' ? parseTags(value) : value;
  }
  const result = z.safeParse(uploadOptions, given);
  if (result.success) return tidyOptions(result.data);
  const issue = result.error.issues[0]!;
  throw optionInvalid(String(issue.path[0]), `${issue.path.join('.')}: ${issue.message}`);
};

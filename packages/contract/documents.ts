import * as z from 'zod/mini';
import { calendarDate, id, listOf, listQuery, timestamp } from './common.ts';
import { category, documentStatus, documentSummary, documentType } from './document.ts';

export const sortKeys = ['createdAt', 'updatedAt', 'accessedAt', 'title', 'fileName', 'expiresOn', 'sizeBytes', 'deletedAt'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which documents are meant; several conditions narrow. `folderId=none` are those in no folder, `ownerId` those of one person, `trashed` those in the trash. */
export const documentFilter = {
  category: z.optional(category),
  documentType: z.optional(documentType),
  tag: z.optional(z.string().check(z.maxLength(100))),
  folderId: z.optional(z.union([z.literal('none'), id])),
  ownerId: z.optional(id),
  person: z.optional(z.string().check(z.maxLength(200))),
  status: z.optional(documentStatus),
  expiresBefore: z.optional(calendarDate),
};
export const trashedFlag = z.optional(z.pipe(z.enum(['true', 'false', '1', '0']), z.transform((value) => value === 'true' || value === '1')));
const sortNames = sortKeys.flatMap((key) => [key, `-${key}`] as const);

/** `sharing`: the caller's own documents, those that others share with the caller, or (without it) both. */
export const documentsQuery = z.object({
  ...documentFilter, sharing: z.optional(z.enum(['own', 'shared'])), trashed: trashedFlag, sort: z.optional(z.enum(sortNames)), ...listQuery,
});
export type DocumentsQuery = z.infer<typeof documentsQuery>;
export const documentsList = listOf(documentSummary);

const tagName = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
const fieldValue = z.nullable(z.union([z.string().check(z.maxLength(2000)), z.number()]));
const fieldName = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,63}$/));

/** What a person may put right. A field set to null is removed and stays away when the document is read again. */
export const documentPatch = z.object({
  title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  tags: z.optional(z.array(tagName).check(z.maxLength(50))),
  folderId: z.optional(z.nullable(z.string())),
  person: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
  category: z.optional(category),
  documentType: z.optional(documentType),
  fields: z.optional(
    z.union([z.record(fieldName, fieldValue), z.array(z.object({ name: fieldName, value: fieldValue })).check(z.maxLength(200))]),
  ),
  expiresOn: z.optional(z.nullable(calendarDate)),
});
export type DocumentPatch = z.infer<typeof documentPatch>;

export const textAnswer = z.object({ pages: z.array(z.object({ page: z.int(), text: z.string() })) });
/** Where the recognised words of a page stand, in reading order: shares (0..1) of the page as it is displayed. `turn`: quarter turns clockwise that bring it upright. */
export const wordsAnswer = z.object({
  page: z.int(), turn: z.int(), words: z.array(z.object({ text: z.string(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
});
export type WordsAnswer = z.infer<typeof wordsAnswer>;
export const versionQuery = z.object({ version: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(2 ** 31 - 1))) });
export const fileQuery = z.extend(versionQuery, { inline: z.optional(z.enum(['1', 'true', '0', 'false'])) });
export const deleteQuery = z.object({ permanent: z.optional(z.enum(['true', 'false', '1', '0'])) });

export const activity = z.object({ id, action: z.string(), actorId: z.nullable(id), details: z.record(z.string(), z.unknown()), createdAt: timestamp });
export const activityList = listOf(activity);
export const documentVersion = z.object({
  version: z.int(), fileName: z.string(), mimeType: z.string(), sizeBytes: z.number(), sha256: z.string(), createdAt: timestamp, current: z.boolean(),
});
/** Documents like one document, the likest first. */
export const similarList = listOf(z.object({ documentId: id, title: z.string(), category, documentType, score: z.number() }));
export const similarQuery = z.object({ limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50))) });
/** Where a document may belong, by where papers like it are. */
export const filingSuggestions = z.object({ folder: z.nullable(z.object({ id, name: z.string() })), person: z.nullable(z.string()), tags: z.array(z.string()) });
export type FilingSuggestions = z.infer<typeof filingSuggestions>;
export const versionsList = listOf(documentVersion);
export const pageQuery = z.object(listQuery);

export const bulkActions = ['trash', 'restore', 'delete', 'tag', 'untag', 'move', 'setPerson', 'setCategory', 'reprocess'] as const;

/** One action on up to 500 named documents, or on all that a filter matches. A condition that is not known is refused: passed over, it would widen what is changed. */
export const bulkRequest = z.object({
  action: z.enum(bulkActions),
  documentIds: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(500))),
  filter: z.optional(z.strictObject({ ...documentFilter, trashed: z.optional(z.boolean()) })),
  tags: z.optional(z.array(tagName).check(z.minLength(1), z.maxLength(50))),
  folderId: z.optional(z.nullable(z.string())),
  person: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
  category: z.optional(category),
});
export type BulkRequest = z.infer<typeof bulkRequest>;
export const bulkAnswer = z.object({
  action: z.enum(bulkActions), matched: z.int(), succeeded: z.int(),
  failed: z.array(z.object({ documentId: z.string(), code: z.string(), message: z.string() })),
});

const folderName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const folder = z.object({ id, name: z.string(), ownerId: id, parentId: z.nullable(id), documentCount: z.int(), createdAt: timestamp, updatedAt: timestamp });
export const folderList = listOf(folder);
export const folderInput = z.object({ name: folderName, parentId: z.optional(z.nullable(z.string())) });
export const folderPatch = z.object({ name: z.optional(folderName), parentId: z.optional(z.nullable(z.string())) });

const colour = z.nullable(z.string().check(z.regex(/^#[0-9a-f]{6}$/i), z.toLowerCase()));
export const tag = z.object({ id, name: z.string(), colour: z.nullable(z.string()), documentCount: z.int(), createdAt: timestamp });
export const tagList = listOf(tag);
export const tagInput = z.object({ name: tagName, colour: z.optional(colour) });
export const tagPatch = z.object({ name: z.optional(tagName), colour: z.optional(colour) });
export const tagMerge = z.object({ into: id });

const viewQuery = z.record(z.string().check(z.maxLength(100)), z.unknown());
export const savedView = z.object({ id, name: z.string(), query: viewQuery, createdAt: timestamp, updatedAt: timestamp });
export const viewList = listOf(savedView);
export const viewInput = z.object({ name: folderName, query: z.optional(viewQuery) });
export const viewPatch = z.object({ name: z.optional(folderName), query: z.optional(viewQuery) });

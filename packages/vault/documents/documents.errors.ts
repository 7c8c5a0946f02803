import { AppError, conflict, forbidden, malformed, notFound, refused } from '@docuvault/core/errors.ts';

export const documentMissing = () => notFound('document');
export const folderMissing = () => notFound('folder');
/** 403 for what the caller sees because it is shared with them, and may not do to it. */
export const ownerOnly = (what: 'document' | 'folder') => forbidden(`${what}.owner_only`, `Only the owner may do this to a ${what}.`);
export const viewOnly = () => forbidden('document.view_only', 'This document is shared with you for reading only.');
export const tagMissing = () => notFound('tag');
export const viewMissing = () => notFound('view');
export const notInTrash = () => conflict('document.not_in_trash', 'Only a document in the trash can be deleted for good; move it there first.');
export const thumbnailNotReady = () => new AppError(404, 'document.thumbnail_not_ready', 'There is no picture of this document yet.');
export const fieldInvalid = (name: string, wanted: string) => malformed('document.invalid_field', `The field ${name} wants ${wanted}.`, { field: name });
export const contentHeldElsewhere = (documentId: string) => conflict('document.duplicate_content', 'Another document holds exactly this file.', { documentId });
export const folderNameTaken = () => conflict('folder.name_taken', 'There is a folder of this name here already.');
export const folderCycle = () => refused('folder.cycle', 'A folder cannot lie inside itself.');
export const folderTooDeep = () => refused('folder.too_deep', 'Folders nest 20 deep at most.');
export const tagNameTaken = () => conflict('tag.name_taken', 'There is a tag of this name already.');
export const viewNameTaken = () => conflict('view.name_taken', 'There is a view of this name already.');
export const viewTooLarge = () => malformed('view.too_large', 'A view\'s query holds 10,000 characters at most.');
export const bulkInvalid = (message: string) => malformed('request.invalid', message);

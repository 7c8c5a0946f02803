import { maxUploadBytes } from '@docuvault/contract/upload.ts';
import { malformed, notFound, refused, tooLarge, unavailable, unsupportedType } from '@docuvault/core/errors.ts';

export const uploadTooLarge = () => tooLarge('upload.too_large', 'A file may be up to 50 MiB.', { limit: maxUploadBytes });
export const uploadEmpty = () => refused('upload.empty', 'The file is empty.');
export const typeNotAccepted = (detected: string | null, message = 'Only PDF, JPEG, PNG, WebP, DOC and DOCX files are accepted, whatever their name.') =>
  unsupportedType('upload.type_not_accepted', message, detected ? { detected } : {});
export const uploadMalware = (signature: string) => refused('upload.malware', 'The file carries malware and was not kept.', { signature });
export const scannerDown = () => unavailable('upload.scanner_unavailable', 'The file could not be checked for malware; try again shortly.');
export const storageExceeded = () => refused('quota.storage_exceeded', 'Your storage is full. Remove something or choose a larger plan.');
export const fileMissing = () => malformed('upload.file_missing', 'Send the file as a multipart part named "file".');
export const oneFileOnly = () => malformed('upload.one_file', 'Send one file a request, as the part named "file".');
export const multipartNeeded = () => malformed('upload.multipart_required', 'Send multipart/form-data with a part named "file".');
export const multipartBroken = () => malformed('upload.malformed', 'The multipart body is cut short or malformed.');
export const optionInvalid = (option: string, message: string) => malformed('upload.invalid_option', message, { option });
export const folderMissing = () => notFound('folder');

import { AppError, conflict, forbidden, malformed, notFound, refused, tooMany } from '@docuvault/core/errors.ts';

export const linkMissing = () => notFound('link');
export const linkOver = (why: 'expired' | 'used_up' | 'revoked') =>
  new AppError(404, `link.${why}`, { expired: 'This link has expired.', used_up: 'This link has been used as often as it may be.', revoked: 'This link has been taken back.' }[why]);
export const passwordNeeded = () => forbidden('link.password_required', 'This link opens with a password.');
export const passwordWrong = (attemptsLeft: number) => new AppError(403, 'link.wrong_password', 'The password is not right.', { attemptsLeft });
export const linkLocked = (seconds: number) => tooMany('link.locked', 'Too many wrong passwords; try again later.', seconds);
export const nameNeeded = () => refused('link.name_required', 'Give your name: it is put on the pages.');
export const visitOver = () => forbidden('link.visit_over', 'This visit is over; open the link again.');
export const viewOnlyLink = () => forbidden('link.view_only', 'This link is for reading only.');
export const noPicture = () => refused('link.no_picture', 'There is no picture of this page; its text can be read.');
export const noWatermark = (documentIds: readonly string[]) =>
  refused('link.watermark_unsupported', 'A watermark can be put on PDFs and pictures only.', { documentIds: [...documentIds] });
export const tooLong = () => refused('link.too_long', 'This document is too long for a copy with a watermark; its pages can be read one by one.');
export const expiryInvalid = () => malformed('link.invalid_expiry', 'A link ends in the future, and within a year.');
export const noLinksForChildren = () => forbidden('link.role_forbidden', 'A child does not give links.');
export const notThisKind = () => conflict('link.wrong_kind', 'This link is of another kind.');

import { AppError, conflict, malformed, notFound, refused } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';

/** The states by which the functions of 20260301000600 refuse; the message is the code. */
const statuses: Record<string, number> = { DV403: 403, DV404: 404, DV409: 409, DV422: 422 };

const sentences: Record<string, string> = {
  'vault.role_forbidden': 'Your role in this vault does not allow that.',
  'vault.last_owner': 'The last owner of a vault hands it over before leaving or stepping down.',
  'vault.too_many': 'One person can be in 50 vaults at most.',
  'vault.full': 'A vault holds 50 people at most, invitations included.',
  'invitation.already_member': 'Somebody with this address is in the vault already.',
  'invitation.expired': 'This invitation has expired; ask for a new one.',
  'emergency.already_requested': 'You have asked already.',
  'emergency.already_answered': 'This request has been answered already.',
  'emergency.not_yours_to_answer': 'A request is approved or denied by the person it is made to, and cancelled by the one who made it.',
};

/** Turns a refusal of a family function into the wire's; anything else stays what it is. */
export const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof DatabaseError)) return error;
  const status = statuses[error.sqlState];
  if (status === undefined) return error;
  if (status === 404) return notFound(error.message.replace(/\.not_found$/, ''));
  return new AppError(status, error.message, sentences[error.message] ?? 'This is refused.');
};

export const vaultMissing = () => notFound('vault');
export const memberMissing = () => notFound('member');
export const shareMissing = () => notFound('share');
export const contactMissing = () => notFound('emergency_contact');
export const roleForbidden = () => new AppError(403, 'vault.role_forbidden', sentences['vault.role_forbidden']!);
export const shareInvalid = (message: string) => malformed('request.invalid', message);
export const notWithYourself = () => refused('share.not_with_yourself', 'What is yours you see anyway; name somebody else, or nobody for every member.');
export const contactUnsuitable = () => refused('emergency.contact_unsuitable', 'An emergency contact is another grown member of the vault.');
export const whoseEmergency = (people: readonly string[]) => refused('emergency.owner_needed', 'You are the contact of several people; say whose emergency it is.', { ownerIds: [...people] });
export const nothingReleased = () => conflict('emergency.not_open', 'Nothing is released to you at present.');

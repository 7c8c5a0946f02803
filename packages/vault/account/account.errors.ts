import { forbidden, refused, unavailable } from '@docuvault/core/errors.ts';

/** An avatar may only be taken from the person's own folder of the bucket. */
export const avatarNotYours = () => refused('profile.avatar_not_yours', 'The picture has to lie in your own folder of the bucket "avatars".');
export const timeZoneUnknown = (timeZone: string) => refused('profile.time_zone_unknown', 'There is no time zone of that name.', { timeZone: timeZone.slice(0, 64) });

/** 503: this server sends nothing out, so there is nothing to agree to. */
export const nothingLeaves = () => unavailable('consent.nothing_leaves', 'This server reads everything itself; there is nothing to agree to.');

/** 403: a child's account that others look after agrees to nothing that leaves the vault. */
export const consentByGuardian = () => forbidden('consent.child', 'An account that is looked after cannot agree to this.');

/** 403: an account that others look after is not erased by the child who has it. */
export const erasureByGuardian = () => forbidden('account.child', 'An account that is looked after is not erased from within.');

/** 422: an account is not erased by a call that does not say so. */
export const deletionUnconfirmed = () => refused('account.confirm_deletion', 'To erase the account, send `confirm`: true, the word DELETE, or its own e-mail address.');

export const keyExpired = () => refused('api_key.expires_in_past', 'A key cannot have ended before it is made.');
export const tooManyKeys = (most: number) => refused('api_key.too_many', `An account has at most ${String(most)} keys; end one that is no longer used.`);

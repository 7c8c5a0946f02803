import { refused } from '@docuvault/core/errors.ts';

/** An avatar may only be taken from the person's own folder of the bucket. */
export const avatarNotYours = () => refused('profile.avatar_not_yours', 'The picture has to lie in your own folder of the bucket "avatars".');
export const timeZoneUnknown = (timeZone: string) => refused('profile.time_zone_unknown', 'There is no time zone of that name.', { timeZone: timeZone.slice(0, 64) });

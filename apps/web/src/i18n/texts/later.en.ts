import { family } from './family.en.ts';
import { guest } from './guest.en.ts';
import { settings } from './settings.en.ts';
import { share } from './share.en.ts';

/** English texts that come with the screens that show them. */
export const later = { ...family, ...guest, ...settings, ...share } as const;

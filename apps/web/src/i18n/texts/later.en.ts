import { children } from './children.en.ts';
import { emergency } from './emergency.en.ts';
import { family } from './family.en.ts';
import { guest } from './guest.en.ts';
import { inbox } from './inbox.en.ts';
import { insights } from './insights.en.ts';
import { models } from './models.en.ts';
import { notify } from './notify.en.ts';
import { plan } from './plan.en.ts';
import { reminders } from './reminders.en.ts';
import { settings } from './settings.en.ts';
import { share } from './share.en.ts';

/** English texts that come with the screens that show them. */
export const later = { ...children, ...emergency, ...family, ...guest, ...inbox, ...insights, ...models, ...notify, ...plan, ...reminders, ...settings, ...share } as const;

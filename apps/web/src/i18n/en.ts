import { app } from './texts/app.en.ts';
import { auth } from './texts/auth.en.ts';
import { chat } from './texts/chat.en.ts';
import { document } from './texts/document.en.ts';
import { documents } from './texts/documents.en.ts';
import { family } from './texts/family.en.ts';
import { guest } from './texts/guest.en.ts';
import { home } from './texts/home.en.ts';
import { offline } from './texts/offline.en.ts';
import { scan } from './texts/scan.en.ts';
import { search } from './texts/search.en.ts';
import { settings } from './texts/settings.en.ts';
import { sharing } from './texts/sharing.en.ts';
import { upload } from './texts/upload.en.ts';
import { words } from './texts/words.en.ts';

/** English, and the list of every text: other languages have to give the same keys. `{name}` is filled in. */
export const en = { ...app, ...auth, ...chat, ...document, ...documents, ...family, ...guest, ...home, ...offline, ...scan, ...search, ...settings, ...sharing, ...upload, ...words } as const;

export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string>;

/** Keys that come as `.one` and `.other`, and perhaps more of the plural forms that `Intl.PluralRules` names. */
export type PluralKey = { [K in TextKey]: K extends `${infer Base}.other` ? (`${Base}.one` extends TextKey ? Base : never) : never }[TextKey];

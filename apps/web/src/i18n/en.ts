import type { later } from './texts/later.en.ts';
import { app } from './texts/app.en.ts';
import { auth } from './texts/auth.en.ts';
import { chat } from './texts/chat.en.ts';
import { document } from './texts/document.en.ts';
import { documents } from './texts/documents.en.ts';
import { home } from './texts/home.en.ts';
import { offline } from './texts/offline.en.ts';
import { scan } from './texts/scan.en.ts';
import { search } from './texts/search.en.ts';
import { sharing } from './texts/sharing.en.ts';
import { upload } from './texts/upload.en.ts';
import { words } from './texts/words.en.ts';

const first = { ...app, ...auth, ...chat, ...document, ...documents, ...home, ...offline, ...scan, ...search, ...sharing, ...upload, ...words } as const;

/**
 * English, and the list of every text: other languages have to give the same keys. `{name}` is filled in. What only
 * screens of their own show comes with those screens (`withLaterTexts`), so that the first load does not carry it.
 */
export const en = first as typeof first & typeof later;

export type TextKey = keyof typeof en;
export type Texts = Record<TextKey, string>;

/** Keys that come as `.one` and `.other`, and perhaps more of the plural forms that `Intl.PluralRules` names. */
export type PluralKey = { [K in TextKey]: K extends `${infer Base}.other` ? (`${Base}.one` extends TextKey ? Base : never) : never }[TextKey];

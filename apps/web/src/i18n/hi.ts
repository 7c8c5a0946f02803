import type { Texts } from './en.ts';
import { app } from './texts/app.hi.ts';
import { auth } from './texts/auth.hi.ts';
import { chat } from './texts/chat.hi.ts';
import { document } from './texts/document.hi.ts';
import { documents } from './texts/documents.hi.ts';
import { family } from './texts/family.hi.ts';
import { guest } from './texts/guest.hi.ts';
import { home } from './texts/home.hi.ts';
import { offline } from './texts/offline.hi.ts';
import { scan } from './texts/scan.hi.ts';
import { search } from './texts/search.hi.ts';
import { settings } from './texts/settings.hi.ts';
import { share } from './texts/share.hi.ts';
import { sharing } from './texts/sharing.hi.ts';
import { upload } from './texts/upload.hi.ts';
import { words } from './texts/words.hi.ts';

export const hi: Texts = { ...app, ...auth, ...chat, ...document, ...documents, ...family, ...guest, ...home, ...offline, ...scan, ...search, ...settings, ...share, ...sharing, ...upload, ...words };

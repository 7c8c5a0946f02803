import type { Texts } from './en.ts';
import { app } from './texts/app.hi.ts';
import { auth } from './texts/auth.hi.ts';
import { documents } from './texts/documents.hi.ts';
import { words } from './texts/words.hi.ts';

export const hi: Texts = { ...app, ...auth, ...documents, ...words };

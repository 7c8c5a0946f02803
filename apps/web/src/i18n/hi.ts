import type { Texts } from './en.ts';
import { app } from './texts/app.hi.ts';
import { auth } from './texts/auth.hi.ts';

export const hi: Texts = { ...app, ...auth };

import { en, type Texts } from './en.ts';

/** Languages of the interface; each but English is loaded when chosen. Add one by its files and a line here. */
export const languages = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof languages;

const loaders: Record<Language, () => Promise<Texts>> = { en: () => Promise.resolve(en), hi: async () => (await import('./hi.ts')).hi };
const stored = 'docuvault.language';

/** The language chosen before, else the first of the browser's that there is. */
export const preferredLanguage = (): Language => {
  const wanted = [localStorage.getItem(stored), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wanted.find((tag): tag is Language => tag !== undefined && tag in languages) ?? 'en';
};

export const keepLanguage = (language: Language): void => {
  localStorage.setItem(stored, language);
};

export const loadTexts = (language: Language): Promise<Texts> => loaders[language]();

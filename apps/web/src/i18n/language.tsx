import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en, type TextKey, type Texts } from './en.ts';

/** Languages of the interface; each but English is loaded when chosen. Add one by its file and a line here. */
export const languages = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof languages;

const loaders: Record<Language, () => Promise<Texts>> = { en: () => Promise.resolve(en), hi: async () => (await import('./hi.ts')).hi };
const stored = 'docuvault.language';

type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;
type Chosen = { language: Language; setLanguage(language: Language): void; t: Translate };

const Context = createContext<Chosen | null>(null);

const preferred = (): Language => {
  const wanted = [localStorage.getItem(stored), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return wanted.find((tag): tag is Language => tag !== undefined && tag in languages) ?? 'en';
};

/** Gives everything below it texts in the person's language. */
export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, choose] = useState<Language>(preferred);
  const [texts, setTexts] = useState<Texts>(en);
  useEffect(() => {
    let current = true;
    void loaders[language]().then((loaded) => {
      if (!current) return;
      setTexts(loaded);
      document.documentElement.lang = language;
    });
    return () => {
      current = false;
    };
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(stored, next);
    choose(next);
  }, []);
  const t = useCallback<Translate>((key, values) => texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole)), [texts]);
  const value = useMemo(() => ({ language, setLanguage, t }), [language, setLanguage, t]);
  return <Context value={value}>{children}</Context>;
};

/** The language chosen, and how to say things in it. */
export const useLanguage = (): Chosen => {
  const value = useContext(Context);
  if (!value) throw new Error('useLanguage is used outside LanguageProvider');
  return value;
};

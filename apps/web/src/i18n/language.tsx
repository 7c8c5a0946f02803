import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { PluralKey, TextKey, Texts } from './en.ts';
import { createFormat, type Format } from './format.ts';
import { keepLanguage, loadTexts, type Language } from './texts-of.ts';

type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;
export type TranslateCount = (key: PluralKey, count: number, values?: Values) => string;
type Chosen = {
  language: Language;
  setLanguage(language: Language): void;
  t: Translate;
  /** The text for so many: `n('documents.count', 3)` takes `documents.count.other`; `{count}` is written as the language writes numbers. */
  n: TranslateCount;
  format: Format;
};

const Context = createContext<Chosen | null>(null);

const fill = (text: string, values?: Values) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole));

type Props = { first: { language: Language; texts: Texts }; children: ReactNode };

/** Gives everything below it texts, numbers and dates in the person's language. */
export const LanguageProvider = ({ first, children }: Props) => {
  const [{ language, texts }, show] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((next: Language) => {
    keepLanguage(next);
    void loadTexts(next).then((loaded) => {
      show({ language: next, texts: loaded });
    });
  }, []);
  const value = useMemo<Chosen>(() => {
    const format = createFormat(language);
    const plural = new Intl.PluralRules(language);
    const of = texts as Record<string, string>;
    return {
      language,
      setLanguage,
      format,
      t: (key, values) => fill(texts[key], values),
      n: (key, count, values) => fill(of[`${key}.${plural.select(count)}`] ?? of[`${key}.other`] ?? key, { count: format.number(count), ...values }),
    };
  }, [language, texts, setLanguage]);
  return <Context value={value}>{children}</Context>;
};

/** The language chosen, and how to say things in it. */
export const useLanguage = (): Chosen => {
  const value = useContext(Context);
  if (!value) throw new Error('useLanguage is used outside LanguageProvider');
  return value;
};

import { detectAll } from 'tinyld/light';
import { cleanText } from './text/clean.ts';
import { plain } from './text/fold.ts';
import { commonWords } from './lexicons/common-words.ts';

const scripts: [RegExp, string][] = [
  [/\p{Script=Devanagari}/gu, 'hi'], [/\p{Script=Bengali}/gu, 'bn'], [/\p{Script=Tamil}/gu, 'ta'], [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'], [/\p{Script=Malayalam}/gu, 'ml'], [/\p{Script=Gujarati}/gu, 'gu'], [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Oriya}/gu, 'or'], [/\p{Script=Arabic}/gu, 'ar'], [/\p{Script=Hebrew}/gu, 'he'], [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Cyrillic}/gu, 'ru'], [/\p{Script=Hangul}/gu, 'ko'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'], [/\p{Script=Thai}/gu, 'th'],
];
const sampleLength = 6000;
// Languages that households of this vault bring papers in; letter statistics of a short form may not overrule them.
const usual = new Set(['en', 'de', 'nl', 'fr', 'es', 'it', 'pt']);

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function devanagariLanguage(text: string): string {
  const marathi = count(text, /(?<!\p{L})(?:आहे|आहेत|आणि|किंवा|नाही|यांचे|यांच्या|दिनांकः|महाराष्ट्र शासन|करण्यात|असे|झाले)(?![\p{L}\p{M}])/gu);
  const nepali = count(text, /(?<!\p{L})(?:छ|छन्|हुन्छ|गर्नु|भएको|नेपाल|तथा)(?![\p{L}\p{M}])/gu);
  const hindi = count(text, /(?<!\p{L})(?:है|हैं|का|की|के|में|और|से|को|पर|यह|एवं)(?![\p{L}\p{M}])/gu);
  if (marathi > hindi && marathi >= 1) return 'mr';
  if (nepali > hindi && nepali >= 2) return 'ne';
  return 'hi';
}

function arabicLanguage(text: string): string {
  if (count(text, /[ٹڈڑںےۓ]/gu) > 0) return 'ur';
  return count(text, /[پچژگ]/gu) > 2 ? 'fa' : 'ar';
}

function latinLanguage(text: string): string | null {
  const words = (text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []).map((word) => plain(word));
  if (words.length === 0) return null;
  const votes = new Map<string, number>();
  for (const word of words) {
    for (const language of commonWords.get(word) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1 / (commonWords.get(word)?.length ?? 1));
  }
  const prose = (text.match(/(?<![\p{L}\p{N}])\p{Script=Latin}{3,}(?![\p{L}\p{N}])/gu) ?? []).slice(0, 300).join(' ').toLowerCase();
  if (prose.length >= 8) {
    const known = [...votes.values()].reduce((sum, n) => sum + n, 0);
    // The statistics of letters weigh like a few words: they decide where words are rare, and give way where words speak.
    const weight = 1.6 + Math.min(4, 0.1 * known);
    for (const { lang, accuracy } of detectAll(prose).slice(0, 4)) votes.set(lang, (votes.get(lang) ?? 0) + weight * accuracy * (usual.has(lang) ? 1 : 0.5));
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0.3 ? best[0] : null;
}

/** The main language of a text as ISO 639-1, or null where there are hardly any words. Scripts decide first, then the common words of forms and prose, then letter statistics. */
export function detectLanguage(input: string): string | null {
  const text = cleanText(input.slice(0, sampleLength * 4)).slice(0, sampleLength);
  const latin = count(text, /\p{Script=Latin}/gu);
  let best: { language: string; letters: number } = { language: 'latin', letters: latin };
  for (const [pattern, language] of scripts) {
    const letters = count(text, pattern);
    // A few foreign words in an English form do not make it foreign: bilingual forms count as their larger part.
    if (letters > best.letters) best = { language, letters };
  }
  if (best.letters < 2) return null;
  if (best.language === 'zh' && count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > best.letters / 10) return 'ja';
  if (best.language === 'hi') return devanagariLanguage(text);
  if (best.language === 'ar') return arabicLanguage(text);
  if (best.language === 'ru' && count(text, /[іїєґ]/giu) > best.letters / 50) return 'uk';
  return best.language === 'latin' ? latinLanguage(text) : best.language;
}

/** The commonest small words of languages, with those that some of them share. */
const SMALL_WORDS: Record<string, ReadonlySet<string>> = {
  eng: new Set('the of and to in is for this with be by are that your you not from or was has on at as it will'.split(' ')),
  deu: new Set('der die das und ist nicht mit den von dem des ein eine einen für im auf zu zur zum bei wird sind oder nach ihre sie wir bis vom'.split(' ')),
  fra: new Set('le la les des du et est une pour dans par que qui sur avec au aux vous votre pas en cas jour chez sont ou née'.split(' ')),
  ita: new Set('il lo gli i della di del che per una un sono con nel alla è non da al dei le data presso'.split(' ')),
  nld: new Set('het een van en voor met aan uw wij zijn niet op te dat door bij naar wordt deze is om u'.split(' ')),
  por: new Set('o os as da do das dos em não uma um para com por que ao na no é são data e'.split(' ')),
  spa: new Set('el la los las del y es una para por que con se su en al no como más o sin fecha este esta'.split(' ')),
};

/** Whether a language is told from English by its words; languages of other scripts are told by their letters. */
export function isSpoken(code: string): boolean {
  return code in SMALL_WORDS;
}

/** At least this many small words are wanted for a verdict. */
const ENOUGH = 5;

/** The language, out of those offered (Tesseract's codes), in which a text is clearly written rather than in English; null when none is. */
export function languageOf(text: string, offered: readonly string[]): string | null {
  const count: Record<string, number> = {};
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    for (const [code, words] of Object.entries(SMALL_WORDS)) if (words.has(word)) count[code] = (count[code] ?? 0) + 1;
  }
  const best = offered.filter((code) => code in SMALL_WORDS).sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0))[0];
  if (!best || (count[best] ?? 0) < ENOUGH || count[best]! < 1.5 * (count['eng'] ?? 0)) return null;
  return best;
}

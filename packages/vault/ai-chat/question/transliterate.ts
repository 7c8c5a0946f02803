const consonants = 'क k,ख kh,ग g,घ gh,ङ n,च ch,छ chh,ज j,झ jh,ञ n,ट t,ठ th,ड d,ढ dh,ण n,त t,थ th,द d,ध dh,न n,प p,फ ph,ब b,भ bh,म m,य y,र r,ल l,व v,श sh,ष sh,स s,ह h,ळ l,क़ k,ख़ kh,ग़ g,ज़ z,ड़ r,ढ़ rh,फ़ f';
const vowels = 'अ a,आ a,इ i,ई i,उ u,ऊ u,ऋ ri,ए e,ऐ ai,ओ o,औ au,ऑ o,ऍ e';
const signs = 'ा a,ि i,ी i,ु u,ू u,ृ ri,े e,ै ai,ो o,ौ au,ॉ o,ॅ e';
const pairs = (text: string) => new Map(text.split(',').map((pair) => { const [from, to] = pair.split(' '); return [from!.normalize('NFD'), to!] as const; }));
const [byConsonant, byVowel, bySign] = [pairs(consonants), pairs(vowels), pairs(signs)];

/** A word in Devanagari as it is commonly written in Latin letters: कबीर is kabir. Other words come back as they are. */
export const transliterate = (word: string): string => {
  if (!/[\u0900-\u097f]/.test(word)) return word;
  const letters = [...word.normalize('NFD').replace(/\u200d|\u200c/g, '')];
  let out = '';
  for (let i = 0; i < letters.length; i += 1) {
    const dotted = `${letters[i]!}${letters[i + 1] === '़' ? '़' : ''}`;
    const consonant = byConsonant.get(dotted) ?? byConsonant.get(letters[i]!);
    if (consonant !== undefined) {
      if (letters[i + 1] === '़') i += 1;
      out += consonant;
      const next = letters[i + 1];
      if (next !== undefined && next !== '्' && !bySign.has(next)) out += 'a';
      if (next === '्') i += 1;
      continue;
    }
    out += byVowel.get(letters[i]!) ?? bySign.get(letters[i]!) ?? (/[ंँ]/.test(letters[i]!) ? 'n' : /[a-z0-9]/i.test(letters[i]!) ? letters[i]! : '');
  }
  return out;
};

/** What a word sounds like, roughly: one for Bristol and ब्रिस्टल, Meera and मीरा. Shorter than three letters tells nothing. */
export const soundOf = (word: string): string => {
  const latin = transliterate(word.toLowerCase());
  return latin.replace(/ph/g, 'f').replace(/([bcdgjkpt])h/g, '$1').replace(/ee|ea|y/g, 'i').replace(/oo/g, 'u').replace(/[wv]/g, 'v').replace(/[ckq]+/g, 'k').replace(/z/g, 'j').replace(/sh/g, 's').replace(/(.)\1+/g, '$1').replace(/(?<=.)[aeiou]+/g, 'a').replace(/a$/, '');
};

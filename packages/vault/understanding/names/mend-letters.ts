/** A name whose capitals and small letters were mistaken for digits and one another: "CASTlNGS", "F00DS", "PhiIip", "0vo Energy". */
export function mendLetters(name: string): string {
  return name.replace(/[\p{L}\d|]{3,}/gu, (word) => {
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
    const small = word.match(/\p{Ll}/gu)?.length ?? 0;
    if (capitals >= 2 && /^[\p{Lu}0l|]+$/u.test(word) && capitals >= word.length / 2) return word.replace(/0/g, 'O').replace(/[l|]/g, 'I');
    if (small >= 2) return word.replace(/(?<=\p{Ll})I(?=\p{Ll})/gu, 'l').replace(/(?<=\p{Ll})0(?=\p{Ll}|$)/gu, 'o').replace(/^0(?=\p{Ll})/u, 'O').replace(/(?<=\p{Ll})1(?=\p{Ll})/gu, 'l');
    return word;
  });
}

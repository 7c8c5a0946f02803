const abbreviations = /(?:\b(?:mr|mrs|ms|dr|st|no|nr|rs|inc|ltd|co|vs|etc|e\.g|i\.e|art|abs|bzw|ca|approx|dept|fig|al|jr|sr|prof|smt|sri|regd|u\.s|p\.a|tel|str)|(?<!\p{L})\p{L})\.$/iu;

/** Sentences of prose; breaks at full stops that end no abbreviation, and never inside numbers. Linear. */
export function sentencesOf(text: string): string[] {
  const out: string[] = [];
  let current = '';
  for (const part of text.replace(/\s+/g, ' ').split(/(?<=[.!?।])\s+/u)) {
    current = current ? `${current} ${part}` : part;
    if (!abbreviations.test(current) || current.length > 600) {
      out.push(current.trim());
      current = '';
    }
  }
  if (current.trim()) out.push(current.trim());
  return out;
}

const asDigit: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', l: '1', '|': '1', Z: '2', S: '5', G: '6', B: '8' };
const asLetter: Record<string, string> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

/**
 * A number set right by the shape it must have, where a reader took letters for digits or the other way about: in `shape`
 * 9 is a digit, A a capital, X either, and anything else itself. Null when another character stands somewhere, or when more than `most` were wrong.
 */
export function repairTo(shape: string, raw: string, most = 2): string | null {
  if (raw.length !== shape.length) return null;
  let out = '';
  let wrong = 0;
  for (let i = 0; i < shape.length; i += 1) {
    const char = raw.charAt(i);
    const want = shape.charAt(i);
    const right = want === '9' ? /\d/.test(char) : want === 'A' ? /[A-Z]/.test(char) : want === 'X' ? /[A-Z0-9]/.test(char) : char === want;
    const mended = right ? char : want === '9' ? asDigit[char] : want === 'A' ? asLetter[char] : undefined;
    if (mended === undefined) return null;
    if (!right) wrong += 1;
    out += mended;
  }
  return wrong <= most ? out : null;
}

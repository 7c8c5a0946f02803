/** The digits of all scripts as 0–9: each script has its ten in one row. */
export const asciiDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
});

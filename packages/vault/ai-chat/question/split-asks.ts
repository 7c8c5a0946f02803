import { isDevanagari } from './hindi.ts';

const auxiliary = "(?:is|are|was|were|am|do|does|did|has|have|had|will|would|must|should|can|could|may|['’]s|['’]re)";
/** How a question begins that can stand alone: not "when I leave", which is a condition. */
const asks = new RegExp(`^(?:(?:and|so|also|then|ok|please|tell me|hi|hello),? )*(?:(?:what|who|whom|whose|which|how|where|why)\\b(?! if\\b)|when ?${auxiliary}\\b|${auxiliary} )`, 'i');
const preposition = '(?:in|at|on|by|from|to|for|with|until|till|since) ';
/** Where the next begins: behind "and", or behind a comma where a verb or a measure shows that it is no clause of the first. */
const joints = [
  /(?<=\p{L}{2}|\d)[?!] +(?=\S+ \S)/u,
  new RegExp(`,? (?:and|&) (?=(?:${preposition})?(?:what|when|who|whom|whose|where|which|how)\\b)`, 'i'),
  new RegExp(`[,;] ?(?=(?:${preposition})?(?:what|how|when|which)\\b(?: (?:much|many|long|often|old|far|time|year|date|day|number)\\b| ?${auxiliary}\\b))`, 'i'),
];
const bareAsk = /\b(?:what|when|who|whom|whose|where|which|how)$/i;

/**
 * The questions that one message asks: "who is the super and what is his number" asks two, of which the second leans on
 * the first. One where there is no second, or the first is only what the second speaks of ("the freezer broke, how much …").
 */
export const splitAsks = (message: string): string[] => {
  if (isDevanagari(message)) return [message];
  for (const joint of joints) {
    const found = joint.exec(message);
    if (!found) continue;
    const [first, second] = [message.slice(0, found.index).trim(), message.slice(found.index + found[0].length).trim()];
    if (first.split(/\s+/).length >= 3 && asks.test(first) && !bareAsk.test(first) && /\p{L}/u.test(second)) return [first, second];
  }
  return [message];
};

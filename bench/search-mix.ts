import { paperLines, zipfWord } from './household-text.ts';
import { createRandom } from './random.ts';

const questions = ['papers for the car', 'how much rent do we owe', 'electricity bill', 'what did the doctor find', 'insurance premium', 'money I owe the bank', 'total amount', 'invoice number', 'passport holder', 'salary'];

/**
 * Searches as people make them, none twice in a batch of a few hundred: two words of the papers, a number or part of it, three
 * words, a typing error, everyday wordings, very common words. `papers` is how many there are to be found.
 */
export const searchMix = (count: number, seed: number, papers: number): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const number = Math.floor(random() * papers);
    switch (index % 6) {
      case 0:
        return `${zipfWord(0.3 + random() * 0.7)} ${zipfWord(0.3 + random() * 0.7)}`;
      case 1:
        return paperLines(number).marker;
      case 2:
        return `${String(100_000 + number).slice(0, 5)} ${zipfWord(random())}`;
      case 3:
        return `${zipfWord(random())} ${zipfWord(random())} ${zipfWord(random())}`;
      case 4:
        return `${zipfWord(0.6 + random() * 0.4)}x ${zipfWord(random())}`;
      default:
        return `${questions[Math.floor(random() * questions.length)]!} ${zipfWord(random())}`;
    }
  });
};

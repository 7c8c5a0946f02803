import { describe, expect, it } from 'vitest';
import { splitAsks } from './split-asks.ts';

describe('one message', () => {
  it.each([
    ['Who is the caretaker and what is his number?', 'Who is the caretaker', 'what is his number?'],
    ['when does the bond mature and for how much', 'when does the bond mature', 'for how much'],
    ['How long was she in hospital? from which date to which', 'How long was she in hospital', 'from which date to which'],
    ['how old is the boiler, what year is it from', 'how old is the boiler', 'what year is it from'],
  ])('asks two things: %s', (message, first, second) => { expect(splitAsks(message)).toEqual([first, second]); });

  it.each([
    'The freezer broke down and everything thawed, how much can we claim?', 'What does the policy say about when and where I may claim?', 'If I die, who gets the money?', 'When I hit a pole, what do I pay?',
    'What is the rent and the deposit?', 'Which doctor, who signed the letter, is it?', 'what if the engineer comes and there is nothing wrong', 'मेरा पैन नंबर क्या है और कब बना?',
  ])('asks one: %s', (message) => { expect(splitAsks(message)).toEqual([message]); });
});

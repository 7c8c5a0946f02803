import { describe, expect, it } from 'vitest';
import { glossEuropean } from './european.ts';
import { parseQuestion } from './parse-question.ts';

const asked = (message: string) => parseQuestion(message, [], '2026-01-15').asked.map((ask) => ask.key);

describe('a question in another language of Europe', () => {
  it.each([
    ['Wie hoch ist die Rechnung von Nordlicht?', 'totalAmount'], ['Bis wann muss die Rechnung von Nordlicht bezahlt werden?', 'dueDate'], ['Wat is het factuurnummer van Fietsenhuis?', 'documentNumber'],
    ['Combien coûte la chaise ?', 'totalAmount'], ['¿Cuál es el total de la factura de Solana?', 'totalAmount'], ['¿Cuándo vence la factura de Solana?', 'dueDate'], ['Quanto custou o telefone?', 'totalAmount'], ['Quando scade la fattura di Bianchi?', 'dueDate'],
  ])('%s', (message, key) => { expect(asked(message)[0]).toBe(key); });

  it('leaves English questions, and words of no known language, as they are', () => {
    for (const message of ['What was the total on the invoice?', 'Who is the owner of the die?', 'When did the plumber come?', 'Kia?', 'mera passport kab expire hoga']) expect(glossEuropean(message)).toEqual({ text: message, foreign: false });
  });

  it('takes no German noun for a name, but what follows a preposition', () => {
    const { terms } = parseQuestion('Wie hoch ist die Selbstbeteiligung bei Nordlicht?', [], '2026-01-15');
    expect(terms.map((term) => [term.text, term.proper])).toEqual([['Selbstbeteiligung', false], ['Nordlicht', true]]);
  });
});

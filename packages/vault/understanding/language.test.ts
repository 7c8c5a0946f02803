import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

describe('language', () => {
  it.each([
    ['Rechnung Nr. 123 Summe 12,30', 'de'], ['Factuur 123 Totaal € 12', 'nl'], ['Ordonnance Dr Martin', 'fr'], ['Contrato de arrendamiento', 'es'], ['INVOICE 123 $45.00', 'en'],
    ['यह प्रमाणित किया जाता है कि राम ने परीक्षा उत्तीर्ण की', 'hi'], ['हे प्रमाणपत्र देण्यात आले आहे आणि नोंद झाली आहे', 'mr'], ['ভারত সরকার', 'bn'], ['Fattura n. 12 del 3 marzo, importo totale', 'it'],
    ['This agreement is made between the landlord and the tenant', 'en'], ['यह किरायानामा है', 'hi'], ['தமிழ்நாடு அரசு', 'ta'], ['這是一份合同', 'zh'], ['Счет на оплату', 'ru'],
  ])('of "%s" is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is unknown where there are only numbers', () => {
    expect(detectLanguage('12 34 56 / 78.90')).toBeNull();
    expect(detectLanguage('')).toBeNull();
  });

  it('of a bilingual form is that of its larger part', () => {
    expect(detectLanguage('भारत सरकार Government of India Income Tax Department Permanent Account Number Card')).toBe('en');
  });
});

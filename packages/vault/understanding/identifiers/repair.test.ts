import { describe, expect, it } from 'vitest';
import { findIdentifiers } from './find-identifiers.ts';
import { repairTo } from './repair.ts';

describe('numbers misread', () => {
  it('are set right by the shape they must have, within reason', () => {
    expect(repairTo('AAAAA9999A', 'BKVPR44T1H')).toBeNull();
    expect(repairTo('AAAAA9999A', 'BKVPR447IH')).toBe('BKVPR4471H');
    expect(repairTo('AA99AA9999', 'KAOSMNA471')).toBeNull();
    expect(repairTo('9999', 'OISB')).toBeNull();
  });

  it.each([
    ['Regn. Number : KAO5MN4471', 'indianPlate', 'KA05MN4471'], ['DL No KAO5 20050014472', 'indianLicence', 'KA05 20050014472'], ['5. MILLE812O26DT9XK 47', 'ukLicence', 'MILLE812026DT9XK'],
    ['GSTIN 27AAPFUO939F1ZV', 'gstin', '27AAPFU0939F1ZV'], ['Certificate No. IN-KA90021177418830S', 'eStamp', 'IN-KA90021177418830S'],
  ])('%s', (text, kind, value) => {
    expect(findIdentifiers(text)).toContainEqual(expect.objectContaining({ kind, value }));
  });
});

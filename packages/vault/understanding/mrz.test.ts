import { describe, expect, it } from 'vitest';
import { mrzCheckDigit, readMrz } from './mrz.ts';

const today = '2026-03-01';
// The specimen of ICAO 9303 parts 4 to 6.
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

describe('machine readable zones', () => {
  it('count the check digits of the ICAO specimen', () => {
    expect(mrzCheckDigit('L898902C3')).toBe('6');
    expect(mrzCheckDigit('740812')).toBe('2');
  });

  it('give number, name in natural order, nationality and dates of a passport', () => {
    expect(readMrz(td3, today)).toMatchObject({
      format: 'TD3', documentNumber: 'L898902C3', surname: 'ERIKSSON', givenNames: 'ANNA MARIA', nationality: 'UTO', dateOfBirth: '1974-08-12', expiryDate: '2012-04-15', sex: 'F', checks: 4,
    });
  });

  it('are read off identity cards of three lines', () => {
    expect(readMrz(['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'], today)).toMatchObject({ format: 'TD1', documentNumber: 'D23145890', surname: 'ERIKSSON', checks: 4 });
  });

  it('are read off visas', () => {
    expect(readMrz(['V<GBRPATEL<<HARSH<VINOD<<<<<<<<<<<<<<<<<<<<<', '0123456784IND9807224M2701312<<<<<<<<<<<<<<<<'], today)).toMatchObject({ format: 'MRV-A', documentNumber: '012345678', givenNames: 'HARSH VINOD', expiryDate: '2027-01-31' });
  });

  it('survive letters for digits, a digit for a letter and fillers read as K', () => {
    const damaged = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<KK<<<<<<<<<', 'L8989O2C36UTO74O8I22F12O4159ZE184226B<<<<<10'];
    expect(readMrz(damaged, today)).toMatchObject({ documentNumber: 'L898902C3', givenNames: 'ANNA MARIA', dateOfBirth: '1974-08-12', expiryDate: '2012-04-15' });
  });

  it('survive guillemets for double fillers, spaces and a lost filler', () => {
    expect(readMrz(['P<UTOERIKSSON«ANNA<MARIA<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159 ZE184226B<<<<10'], today)).toMatchObject({ documentNumber: 'L898902C3', givenNames: 'ANNA MARIA' });
  });

  it('put birthdays into the past and expiries into this century', () => {
    expect(readMrz(['P<INDKULKARNI<<MEERA<ANAND<<<<<<<<<<<<<<<<<<', 'N4837261<0IND8811237F2708137<<<<<<<<<<<<<<<8'], today)).toMatchObject({ dateOfBirth: '1988-11-23', expiryDate: '2027-08-13', documentNumber: 'N4837261' });
  });

  it('are not imagined where the check digits do not hold', () => {
    expect(readMrz(['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'X111111X11UTO9999999F9999999XX999999X<<<<<99'], today)).toBeNull();
    expect(readMrz(['an ordinary line', 'and another one'], today)).toBeNull();
  });
});

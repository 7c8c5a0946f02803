import { expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

it('a type may be called by one of its words, and then means every type of that word', () => {
  expect(parseQuery('type:insurance').wanted.types).toEqual(['insurance_policy']);
  expect(parseQuery('type:bill').wanted.types).toEqual(['utility_bill']);
  expect(parseQuery('type:licence').wanted.types).toEqual(['driving_licence']);
  expect(parseQuery('type:"tax id"').wanted.types).toEqual(['tax_id']);
  expect(parseQuery('type:id').wanted.types).toEqual(['national_id', 'tax_id']);
  expect(parseQuery('type:passports').wanted.types).toEqual(['passport']);
  expect(parseQuery('-type:bill').refused).toEqual([{ key: 'type', value: 'utility_bill' }]);
  expect(parseQuery('type:spaceship').wanted.types).toEqual(['spaceship']);
});

it('a day that no calendar has is text, and the last year is still a year', () => {
  expect(parseQuery('before:0000-01-01 rent')).toMatchObject({ wanted: {}, text: 'before 0000-01-01 rent' });
  expect(parseQuery('before:2026-02-30').wanted).toEqual({});
  expect(parseQuery('after:9999').wanted.after).toBe('9999-01-01');
  expect(parseQuery('after:2026-01 before:2027').wanted).toEqual({ after: '2026-02-01', before: '2027-01-01' });
});

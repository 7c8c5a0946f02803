import { expect, it } from 'vitest';
import { understand } from './understand.ts';

const prose = 'Insurance premiums rose for most enrollees as deductibles and coverage limits changed, and policyholders in rural areas had fewer plans to choose from than those in cities. We analyzed data on sum insured, premium and claims from state regulators, and interviewed officials of insurers about how policies are priced and renewed each year.';
const report = (opening: string) => [
  opening, 'Contents', 'Letter ........ 1', 'Background ........ 4', 'Premiums Rose in Most States ........ 9', 'Appendix I ........ 31', 'Introduction', ...Array.from({ length: 8 }, () => prose), 'Background', ...Array.from({ length: 8 }, () => prose),
  'Figure 1: Premiums by State', 'Table 1: Plans and Deductibles', 'Recommendations', ...Array.from({ length: 6 }, () => prose), 'References',
].join('\n');
const read = (text: string) => understand([{ page: 1, text, source: 'text-layer', confidence: null }], { fileName: 'scan.pdf', today: '2026-03-01', homeCountry: 'US' });

it('files a long report on insurance as a report, without a plan made up of its words', () => {
  const got = read(report('United States Government Accountability Office\nReport to Congressional Committees\nHEALTH INSURANCE\nPlan choices and premiums'));
  expect(got.documentType).toBe('other');
  expect(got.fields.map(({ name }) => name)).not.toContain('planName');
});

it('knows a policy with a number of its own however long its conditions are', () => {
  expect(read(report('ARBOR MUTUAL INSURANCE COMPANY\nHEALTH INSURANCE POLICY SCHEDULE\nPolicy Number: AM-7741-2209\nPolicyholder: Jane Cole\nSum insured: $250,000\nPeriod of insurance: 01/01/2026 to 12/31/2026')).documentType).toBe('insurance_policy');
});

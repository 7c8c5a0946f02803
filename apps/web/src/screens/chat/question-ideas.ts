import type { Translate } from '../../i18n/language.tsx';
import type { TextKey } from '../../i18n/en.ts';
import type { Counts } from '../../data/counts.ts';

const byType: Partial<Record<string, TextKey>> = {
  passport: 'chat.idea.passport', insurance_policy: 'chat.idea.insurance_policy', lease: 'chat.idea.lease', utility_bill: 'chat.idea.utility_bill', invoice: 'chat.idea.invoice',
  driving_licence: 'chat.idea.driving_licence', warranty: 'chat.idea.warranty', medical_report: 'chat.idea.medical_report', prescription: 'chat.idea.prescription',
  payslip: 'chat.idea.payslip', bank_statement: 'chat.idea.bank_statement', tax_return: 'chat.idea.tax_return', vehicle_registration: 'chat.idea.vehicle_registration',
  loan_agreement: 'chat.idea.loan_agreement', travel_itinerary: 'chat.idea.travel_itinerary',
};
const most = 5;

/** Questions that this vault can answer, by what kinds of paper it holds. */
export const questionIdeas = (counts: Counts | null | undefined, t: Translate): string[] => {
  if (!counts || counts.total === 0) return [];
  const fitting = counts.facets.documentType.flatMap(({ value }) => byType[value] ?? []);
  return [...fitting.slice(0, most - 1), 'chat.idea.expires' as const, ...(fitting.length < 2 ? (['chat.idea.count'] as const) : [])].map((key) => t(key));
};

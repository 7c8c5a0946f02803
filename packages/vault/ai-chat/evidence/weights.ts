/** What is known of a document or of a possible answer, by name; what is not there is 0. */
export type Features = Partial<Record<FeatureName, number>>;
export type FeatureName = keyof typeof weights;

/**
 * How much each counted before the choice was learned: with these the papers are ranked, and the possible answers from
 * which the learned choice takes its pick. A multinomial logit over about 640 questions, some set by hand since.
 */
export const weights = {
  severed: -0.50, nearby: 0.00, older: -1.00, itemPriced: -2.00, titled: 1.00, hits: -0.69, astray: -3.72, related: 1.62, held: 1.36, bygone: -4.15, askedSum: -1.48, besideAsked: -0.95, personAway: -1.08, partOf: -2.50, itemOf: 1.97, headMiss: -3.80, unhinted: -1.29, lostVerb: -2.79, dense: 4.38,
  bias: -4.20,
  person: 1.06, mentioned: -0.01, stranger: -8.16, self: 0.00,
  kind: 0.00, wrongKind: -7.02, hinted: 0.00, thought: 0.00, unthought: -0.44, period: 1.21, wrongTime: -6.98,
  called: 0.00, uncalled: -6.81, found: 2.30, recent: 4.21, newest: 0.17,
  cover: 3.33, share: 0.25, lost: -0.07, apart: -0.97, bare: 2.17, meaning: 1.80, holdsKind: 0.57, lacksKind: -5.23,
  asked: 0.08, askedOther: -3.75, labelAsked: 0.00, label: 1.53, field: 0.00, pair: -0.91, form: -0.94, opening: -2.46, short: 0.00, long: 0.00,
  kindAsked: 2.33, callsHere: 0.70, personHere: 0.00, coded: -1.21, beside: -0.91, unknownKind: 0.44, tableRow: 0.92, implied: -0.14, callsApart: 0.00, pairBeside: -3.20, periodHere: 0.91, nounHere: 5.00, nearest: -2.36, coverBeside: -0.89, stale: -1.35,
};

/** The weighted sum of the features. */
export const weigh = (features: Features): number => {
  let sum = 0;
  for (const name in features) sum += (features[name as FeatureName] ?? 0) * weights[name as FeatureName];
  return sum;
};

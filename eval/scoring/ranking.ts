/** The place (from 1) of the first accepted document, or null. A document found twice counts once. */
export function firstRank(found: readonly string[], accepted: readonly string[]): number | null {
  const place = [...new Set(found)].findIndex((id) => accepted.includes(id));
  return place === -1 ? null : place + 1;
}

export type RankRates = { readonly hit1: number; readonly hit3: number; readonly mrr: number; readonly n: number };

/** The share of searches with a right document first and among the first three, and the mean reciprocal rank. */
export function rankRates(ranks: readonly (number | null)[]): RankRates {
  const n = ranks.length;
  const share = (test: (rank: number) => boolean): number => (n === 0 ? 1 : ranks.filter((rank) => rank !== null && test(rank)).length / n);
  const mrr = n === 0 ? 1 : ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0) / n;
  return { hit1: share((rank) => rank === 1), hit3: share((rank) => rank <= 3), mrr, n };
}

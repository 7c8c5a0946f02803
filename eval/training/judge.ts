import type { Instance, Row } from './dataset.ts';

export type Scored = { row: Row; score: number }[];

/**
 * Judges beliefs as the chat would use them: the first look answers where its best is believed, else the second. Shares
 * of the answerable questions: answered rightly, answered wrongly, right among the first three; of the others: refused.
 */
export const judge = (instances: readonly Instance[], score: (instance: Instance) => Scored, above: number): string => {
  const questions = new Map<string, Instance[]>();
  for (const one of instances) questions.set(`${one.household}#${String(one.q)}`, [...(questions.get(`${one.household}#${String(one.q)}`) ?? []), one]);
  const count = { answerable: 0, right: 0, wrong: 0, first: 0, three: 0, other: 0, refused: 0 };
  for (const looks of questions.values()) {
    const answerable = looks[0]!.paper !== null;
    const scored = [...looks].sort((a, b) => a.look - b.look).map((look) => ({ look, best: score(look) }));
    const answer = scored.find(({ best }) => best[0] !== undefined && best[0].score > above);
    if (!answerable) {
      count.other += 1;
      if (!answer) count.refused += 1;
      continue;
    }
    count.answerable += 1;
    if (answer) count[answer.best[0]!.row.right > 0 ? 'right' : 'wrong'] += 1;
    const { best } = scored.find(({ look }) => !look.missing) ?? scored.at(-1)!;
    if ((best[0]?.row.right ?? 0) > 0) count.first += 1;
    if (best.slice(0, 3).some(({ row }) => row.right > 0)) count.three += 1;
  }
  const share = (value: number, of: number): string => (of === 0 ? '–' : (value / of).toFixed(3));
  return `${share(count.right, count.answerable)} right, ${share(count.wrong, count.answerable)} wrong of ${String(count.answerable)}; ${share(count.refused, count.other)} refused of ${String(count.other)}; right first ${share(count.first, count.answerable)}, in three ${share(count.three, count.answerable)}`;
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';

export type TrainingPaper = { readonly slug: string; readonly type: DocumentType; readonly fileName: string; readonly pages: readonly string[] };
/** `paper` is null for what the household's papers do not tell. `values` are all forms in which the answer may be given, `line` a piece of the line that gives it. */
export type TrainingQuestion = { readonly paper: string | null; readonly ask: string; readonly values: readonly string[]; readonly line: string };
export type TrainingHousehold = { readonly name: string; readonly asker: string; readonly papers: readonly TrainingPaper[]; readonly questions: readonly TrainingQuestion[] };

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a household of training: `# household:` and `# asker:`, papers (`=== slug | type | file name`, text, pages parted
 * by `--- page`), then questions (`??? slug` or `??? none`, then `Q:` with `V:` accepted values and `L:` the line's own words).
 */
export const parseHousehold = (text: string): TrainingHousehold => {
  let [name, asker] = ['', ''];
  const papers: (Omit<TrainingPaper, 'pages'> & { lines: string[] })[] = [];
  const questions: Writable<TrainingQuestion>[] = [];
  let asked: string | null | undefined;
  for (const line of text.split('\n')) {
    const head = /^=== ([^|]+)\|([^|]+)\|(.+)$/.exec(line);
    const about = /^\?\?\? (\S+)/.exec(line);
    const said = /^([QVL]): ?(.*)$/.exec(line);
    if (head) {
      papers.push({ slug: head[1]!.trim(), type: head[2]!.trim() as DocumentType, fileName: head[3]!.trim(), lines: [] });
      asked = undefined;
    } else if (about) asked = about[1] === 'none' ? null : about[1]!;
    else if (asked !== undefined) {
      if (said?.[1] === 'Q') questions.push({ paper: asked, ask: said[2]!.trim(), values: [], line: '' });
      const last = questions.at(-1);
      if (last && said?.[1] === 'V') last.values = said[2]!.split(' | ').map((value) => value.trim()).filter(Boolean);
      if (last && said?.[1] === 'L') last.line = said[2]!.trim();
    } else if (papers.length > 0) papers.at(-1)!.lines.push(line);
    else {
      name = /^# household: (.*)$/.exec(line)?.[1]?.trim() ?? name;
      asker = /^# asker: (.*)$/.exec(line)?.[1]?.trim() ?? asker;
    }
  }
  return { name, asker, questions, papers: papers.map(({ lines, ...paper }) => ({ ...paper, pages: lines.join('\n').split(/^--- page.*$/m).map((page) => page.replace(/^\n+|\s+$/g, '')) })) };
};

/** All households of a folder, by the names of their files. */
export const readHouseholds = (folder: string): Map<string, TrainingHousehold> =>
  new Map(readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => [name.replace(/\.txt$/, ''), parseHousehold(readFileSync(join(folder, name), 'utf8'))]));

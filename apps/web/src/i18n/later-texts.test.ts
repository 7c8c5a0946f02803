import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { later } from './texts/later.en.ts';

const source = join(import.meta.dirname, '..');
/** Parts that are loaded by `withLaterTexts`. */
const withThem = /^(screens\/(emergency|family|guest|inbox|insights|links|reminders|settings|share)|i18n\/texts)\/|^data\/(change-reminder|emergency|inbox)\.ts$|document-reminders\.tsx$|panels\/translation\.tsx$/;

describe('texts that come later', () => {
  it('are named only by parts that are loaded with them', () => {
    const names = new RegExp(`['"\`](${Object.keys(later).map((key) => key.replaceAll('.', '\\.')).join('|')})['"\`]`);
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !withThem.test(path));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => names.test(readFileSync(join(source, path), 'utf8')))).toEqual([]);
  });
});

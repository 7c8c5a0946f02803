import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isInstalled } from '../scripts/ensure-installed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'docuvault-installed-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

type Packages = Record<string, { version?: string; link?: boolean; resolved?: string; optional?: boolean }>;
const record = (path: string, packages: Packages) => { writeFileSync(join(folder, path), JSON.stringify({ packages })); };
const lock: Packages = {
  '': {}, 'packages/core': { version: '0.1.0' }, 'node_modules/@docuvault/core': { link: true, resolved: 'packages/core' }, 'node_modules/zod': { version: '4.1.0' }, 'node_modules/elsewhere': { version: '1.0.0', optional: true },
};

describe('what is installed', () => {
  it('is what the lock file says, and not what it said before the last pull', () => {
    expect(isInstalled(folder)).toBe(false);
    mkdirSync(join(folder, 'node_modules'));
    record('package-lock.json', lock);
    record('node_modules/.package-lock.json', lock);
    expect(isInstalled(folder)).toBe(true);
    record('package-lock.json', { ...lock, 'node_modules/elsewhere': { version: '2.0.0', optional: true } });
    expect(isInstalled(folder)).toBe(true);
    record('package-lock.json', { ...lock, 'node_modules/zod': { version: '4.1.1' } });
    expect(isInstalled(folder)).toBe(false);
    record('package-lock.json', { ...lock, 'packages/adapters/ocr-new': { version: '0.1.0' }, 'node_modules/@docuvault/ocr-new': { link: true, resolved: 'packages/adapters/ocr-new' } });
    expect(isInstalled(folder)).toBe(false);
    record('package-lock.json', { ...lock, 'node_modules/@docuvault/core': { link: true, resolved: 'packages/moved/core' } });
    expect(isInstalled(folder)).toBe(false);
  });
});

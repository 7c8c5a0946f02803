import { describe, expect, it } from 'vitest';
import { createPaths, safeName } from './file-names.ts';

describe('names of files in an export', () => {
  it('step out of no folder, and stay as they are when made twice', () => {
    for (const [given, made] of [['../../etc/passwd', '_.._etc_passwd'], ['a/b\\c:d*?"<>|', 'a_b_c_d______'], ['...', 'unnamed'], ['\0\u202egpj.exe', '__gpj.exe'], ['पासपोर्ट', 'पासपोर्ट']] as const) expect(safeName(given), given).toBe(made);
    const long = `${'x'.repeat(99)} tail`;
    expect(safeName(long)).toBe('x'.repeat(99));
    expect(safeName(safeName(long))).toBe(safeName(long));
  });

  it('are no two alike, on systems that take A and a for one', () => {
    const pathOf = createPaths();
    expect([pathOf(['d'], 'A.pdf'), pathOf(['d'], 'a.PDF'), pathOf(['d'], 'a.pdf'), pathOf(['e'], 'a.pdf'), pathOf(['d'], 'no ending')]).toEqual(['d/A.pdf', 'd/a (2).PDF', 'd/a (3).pdf', 'e/a.pdf', 'd/no ending']);
  });
});

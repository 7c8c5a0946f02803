import { describe, expect, it } from 'vitest';
import { spell, spellHours } from './time-left.ts';

describe('time that is left', () => {
  it('is said in its two largest units', () => {
    expect(spell(0, 'en')).toBe('1 minute');
    expect(spell(59 * 60_000 + 1, 'en')).toBe('1 hour');
    expect(spell(26 * 3600_000 + 60_000, 'en')).toBe('1 day 2 hours');
    expect(spell(3 * 3600_000 + 5 * 60_000, 'en')).toBe('3 hours 5 minutes');
    expect(spellHours(720, 'en')).toBe('30 days');
    expect(spellHours(24, 'hi')).toBe('1 दिन');
  });
});

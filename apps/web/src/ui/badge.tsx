import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = { plain: 'bg-sunken text-ink-soft', good: 'bg-accent-wash text-accent-strong', warn: 'bg-warn-wash text-warn', bad: 'bg-bad-wash text-bad' } as const;

/** A word about a thing, beside it. */
export const Badge = ({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) => (
  <span className={cx('inline-flex shrink-0 items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap', tones[tone])}>{children}</span>
);

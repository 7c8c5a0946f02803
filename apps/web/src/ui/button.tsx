import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

type Kind = 'primary' | 'plain' | 'quiet' | 'danger';

const kinds: Record<Kind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'bg-bad text-surface hover:opacity-90',
};

type Props = ComponentProps<'button'> & { kind?: Kind; small?: boolean };

/** A button of 44 px (36 where small): large enough for a thumb. */
export const Button = ({ kind = 'plain', small = false, className, type = 'button', ...rest }: Props) => (
  <button
    type={type}
    className={cx(
      'inline-flex items-center justify-center gap-2 rounded-control font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50',
      small ? 'min-h-9 px-3 text-sm' : 'min-h-11 px-4',
      kinds[kind],
      className,
    )}
    {...rest}
  />
);

type IconProps = ComponentProps<'button'> & { label: string };

/** A button that is only an icon; `label` is its name and its tooltip. */
export const IconButton = ({ label, className, type = 'button', ...rest }: IconProps) => (
  <button
    type={type}
    aria-label={label}
    title={label}
    className={cx('inline-grid size-10 place-items-center rounded-control text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50', className)}
    {...rest}
  />
);

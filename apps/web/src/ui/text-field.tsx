import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { cx } from './cx.ts';

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string | undefined; error?: string | undefined; end?: ReactNode };

/** A labelled input with its hint and its error, both tied to it for screen readers; `end` is a button inside it. */
export const TextField = ({ label, hint, error, end, className, id, ...rest }: Props) => {
  const made = useId();
  const field = id ?? made;
  const notes = [hint ? `${field}-hint` : null, error ? `${field}-error` : null].filter(Boolean).join(' ');
  return (
    <div className={cx('grid gap-1.5', className)}>
      <label htmlFor={field} className="text-sm font-medium text-ink-soft">{label}</label>
      <div className="relative grid">
        <input
          id={field}
          aria-describedby={notes || undefined}
          aria-invalid={error ? true : undefined}
          className={cx('min-h-11 w-full rounded-control border bg-surface px-3 text-ink placeholder:text-ink-faint', end ? 'pr-12' : '', error ? 'border-bad' : 'border-line-strong')}
          {...rest}
        />
        {end && <div className="absolute inset-y-0 right-0.5 grid place-items-center">{end}</div>}
      </div>
      {hint && <p id={`${field}-hint`} className="text-sm text-ink-faint">{hint}</p>}
      {error && <p id={`${field}-error`} role="alert" className="text-sm text-bad">{error}</p>}
    </div>
  );
};

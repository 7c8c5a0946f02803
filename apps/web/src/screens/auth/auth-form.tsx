import type { ReactNode, SubmitEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { Button } from '../../ui/button.tsx';

type Props = { title: string; hint?: string; action: string; busy: boolean; error: string | null; onSubmit(form: FormData): void; children: ReactNode; below?: ReactNode };

/** A short form: heading, fields, one button. */
export const AuthForm = ({ title, hint, action, busy, error, onSubmit, children, below }: Props) => (
  <form
    className="grid gap-5"
    onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      onSubmit(new FormData(event.currentTarget));
    }}
  >
    <div className="grid gap-2">
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      {hint && <p className="text-ink-soft">{hint}</p>}
    </div>
    {error && <p role="alert" className="flex gap-2.5 rounded-control bg-bad-wash p-3 text-sm text-bad"><CircleAlert size={18} className="shrink-0" aria-hidden />{error}</p>}
    {children}
    <Button type="submit" kind="primary" disabled={busy} aria-busy={busy}>{action}</Button>
    {below && <div className="grid gap-2 text-sm text-ink-soft">{below}</div>}
  </form>
);

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const linkClass = 'inline-flex min-h-6 items-center font-medium text-accent underline-offset-4 hover:underline';

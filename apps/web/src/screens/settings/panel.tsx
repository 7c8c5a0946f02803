import type { ReactNode } from 'react';

/** A group of settings under its heading. */
export const Panel = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="grid gap-4 rounded-card border border-line bg-surface p-4 md:p-6">
    <div className="grid gap-1">
      <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
      {hint && <p className="max-w-prose text-sm text-ink-soft">{hint}</p>}
    </div>
    {children}
  </section>
);

import { useId, type ReactNode } from 'react';

/** A part of the first screen. */
export const Card = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-card border border-line bg-surface p-4">
      <div className="mb-2 flex min-h-8 items-center justify-between gap-3">
        <h2 id={id} className="font-semibold">{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
};

export const cardLink = 'inline-flex min-h-8 items-center text-sm font-medium text-accent underline-offset-4 hover:underline';

import { useId, type ReactNode } from 'react';

/** A part of the details with its heading. */
export const Section = ({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-4 py-4 last:border-0 md:px-5">
      <div className="mb-2 flex min-h-6 items-center justify-between gap-2">
        <h2 id={id} className="text-sm font-semibold">{title}</h2>
        {end}
      </div>
      {children}
    </section>
  );
};

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says why nothing is here and what to do about it. */
export const Empty = ({ icon: Icon, title, body, children }: { icon: LucideIcon; title: string; body: string; children?: ReactNode }) => (
  <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-20 text-center">
    <span className="grid size-14 place-items-center rounded-full bg-accent-wash text-accent"><Icon size={26} aria-hidden /></span>
    <h2 className="text-lg font-semibold">{title}</h2>
    <p className="text-ink-soft">{body}</p>
    {children}
  </div>
);

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says why nothing is here and what to do about it. `heading`: the page's own, where it stands for the whole page. */
export const Empty = ({ icon: Icon, title, body, heading: Heading = 'h2', children }: { icon: LucideIcon; title: string; body: string; heading?: 'h1' | 'h2'; children?: ReactNode }) => (
  <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-20 text-center">
    <span className="grid size-14 place-items-center rounded-full bg-accent-wash text-accent"><Icon size={26} aria-hidden /></span>
    <Heading className="text-lg font-semibold">{title}</Heading>
    <p className="text-ink-soft">{body}</p>
    {children}
  </div>
);

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says in the middle of a guest's page how things stand. */
export const GuestNote = ({ icon: Icon, title, body, children }: { icon: LucideIcon; title: string; body: string; children?: ReactNode }) => (
  <div className="grid justify-items-start gap-3 rounded-card border border-line bg-surface p-6">
    <Icon size={30} className="text-accent" aria-hidden />
    <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
    <p className="text-ink-soft">{body}</p>
    {children}
  </div>
);

import { useQuery } from '@tanstack/react-query';
import { Baby, KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { FamilyVault } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { childrenQuery, type Child } from '../../data/children.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { AddChildDialog, ChildPasswordDialog, OfferChildDialog } from './child-dialogs.tsx';

/** The children whose accounts the family looks after, for those who run it. */
export const ChildrenList = ({ vault }: { vault: FamilyVault }) => {
  const { t, format } = useLanguage();
  const { data } = useQuery(childrenQuery(useApi(), vault.id));
  const [asking, setAsking] = useState<{ kind: 'add' } | { kind: 'password' | 'offer'; child: Child } | null>(null);
  const close = () => { setAsking(null); };
  if (!data) return null;
  return (
    <section aria-labelledby="children" className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="children" className="text-lg font-semibold tracking-tight">{t('child.list')}</h2>
        <Button small onClick={() => { setAsking({ kind: 'add' }); }}><Plus size={16} aria-hidden />{t('child.add')}</Button>
      </div>
      <p className="max-w-prose text-sm text-ink-soft">{t('child.hint')}</p>
      {data.length > 0 && (
        <ul className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
          {data.map((child) => {
            const name = child.name ?? child.signInName;
            return (
              <li key={child.userId} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3 text-sm md:px-4">
                <Baby size={20} className="shrink-0 text-ink-faint" aria-hidden />
                <span className="grid min-w-0 grow basis-48">
                  <span className="truncate font-medium">{name}</span>
                  <span className="text-ink-soft"><span className="break-all">{child.signInName}</span>{child.offeredTo && child.offerExpiresAt && <span className="block">{t('child.offered', { email: child.offeredTo, when: format.moment(child.offerExpiresAt) })}</span>}</span>
                </span>
                <span className="flex flex-wrap gap-2">
                  <Button small kind="quiet" onClick={() => { setAsking({ kind: 'password', child }); }}><KeyRound size={15} aria-hidden />{t('child.newPassword')}<span className="sr-only">: {name}</span></Button>
                  <Button small onClick={() => { setAsking({ kind: 'offer', child }); }}>{t('child.offer')}<span className="sr-only">: {name}</span></Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {asking?.kind === 'add' && <AddChildDialog vault={vault} onClose={close} />}
      {asking?.kind === 'password' && <ChildPasswordDialog vault={vault} child={asking.child} onClose={close} />}
      {asking?.kind === 'offer' && <OfferChildDialog vault={vault} child={asking.child} onClose={close} />}
    </section>
  );
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone } from 'lucide-react';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi, useSession } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { sessionsQuery, useEndSession } from '../../../data/account.ts';
import { keys } from '../../../data/keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Panel } from '../panel.tsx';
import { deviceName, isPhone } from './device-name.ts';

/** Where the person is signed in, and the way to end it. */
export const Sessions = () => {
  const { t, format, language } = useLanguage();
  const toast = useToast();
  const queries = useQueryClient();
  const { supabase } = useSession();
  const list = useQuery(sessionsQuery(useApi()));
  const end = useEndSession();
  const complain = (error: unknown) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); };
  const others = useMutation({
    mutationFn: async () => {
      const { error } = await supabase.auth.signOut({ scope: 'others' });
      if (error) throw error;
    },
    onError: complain,
    onSuccess: () => { toast({ text: t('settings.sessions.othersDone') }); },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
  });
  return (
    <Panel title={t('settings.sessions')} hint={t('settings.sessionsHint')}>
      {list.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-2"><Skeleton className="h-14" /><Skeleton className="h-14" /></div>}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      <ul className="grid divide-y divide-line">
        {list.data?.map((session) => {
          const Icon = isPhone(session.userAgent) ? Smartphone : Laptop;
          const name = deviceName(session.userAgent) ?? t('settings.sessions.unknown');
          return (
            <li key={session.id} className="flex min-h-14 flex-wrap items-center gap-3 py-2">
              <Icon size={20} aria-hidden className="shrink-0 text-ink-faint" />
              <div className="min-w-0 grow text-sm">
                <p className="font-medium">{name}{session.current && <span className="ml-2 rounded-full bg-accent-wash px-2 py-0.5 text-xs text-accent-strong">{t('settings.sessions.this')}</span>}</p>
                <p className="text-ink-soft">{session.ip && <>{session.ip} · </>}{t('settings.sessions.seen', { when: format.relative(session.lastSeenAt) })}</p>
              </div>
              {!session.current && <Button small disabled={end.isPending} onClick={() => { end.mutate(session.id, { onError: complain, onSuccess: () => { toast({ text: t('settings.sessions.ended', { name }) }); } }); }}>{t('auth.signOut')}<span className="sr-only">: {name}</span></Button>}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap gap-2">
        {(list.data?.length ?? 0) > 1 && <Button small disabled={others.isPending} onClick={() => { others.mutate(); }}>{t('settings.sessions.others')}</Button>}
        <Button small kind="quiet" onClick={() => void supabase.auth.signOut({ scope: 'global' })}>{t('settings.sessions.all')}</Button>
      </div>
    </Panel>
  );
};

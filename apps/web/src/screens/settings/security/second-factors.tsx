import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { keys } from '../../../data/keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { authMessage } from '../../auth/auth-message.ts';
import { Panel } from '../panel.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';

/** The authenticator apps that a sign-in asks for beside the password. */
export const SecondFactors = () => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const queries = useQueryClient();
  const { supabase } = useSession();
  const [enrolling, setEnrolling] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const factors = useQuery({
    queryKey: keys.factors,
    queryFn: async () => {
      const { data, error } = await supabase.auth.mfa.listFactors();
      if (error) throw error;
      return data.totp;
    },
  });
  const remove = useMutation({
    mutationFn: async (factorId: string) => {
      const { error } = await supabase.auth.mfa.unenroll({ factorId });
      if (error) throw error;
      await supabase.auth.refreshSession();
    },
    onError: (error) => { toast({ text: t(authMessage(error)), tone: 'bad' }); },
    onSuccess: () => { toast({ text: t('settings.mfa.removed') }); },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.factors }),
  });
  const list = factors.data ?? [];
  return (
    <Panel title={t('settings.mfa')} hint={t('settings.mfaHint')}>
      {factors.isError && <Failed error={factors.error} retry={() => void factors.refetch()} />}
      {list.length > 0 && (
        <ul className="grid divide-y divide-line">
          {list.map((factor) => (
            <li key={factor.id} className="flex min-h-14 flex-wrap items-center gap-3 py-2">
              <ShieldCheck size={20} aria-hidden className="shrink-0 text-accent" />
              <div className="min-w-0 grow text-sm">
                <p className="font-medium break-words">{factor.friendly_name || t('settings.mfa.app')}</p>
                <p className="text-ink-soft">{t('settings.mfa.since', { date: format.date(factor.created_at) })}</p>
              </div>
              <Button small onClick={() => { setRemoving(factor.id); }}>{t('settings.mfa.remove')}<span className="sr-only">: {factor.friendly_name}</span></Button>
            </li>
          ))}
        </ul>
      )}
      {factors.isSuccess && <div><Button kind={list.length === 0 ? 'primary' : 'plain'} small={list.length > 0} onClick={() => { setEnrolling(true); }}>{t(list.length === 0 ? 'settings.mfa.enrol' : 'settings.mfa.another')}</Button></div>}
      {enrolling && <EnrolDialog taken={list.map(({ friendly_name: name }) => name ?? '')} onClose={() => { setEnrolling(false); }} />}
      {removing && <ConfirmDialog title={t('settings.mfa.removeTitle')} body={t('settings.mfa.removeBody')} action={t('settings.mfa.remove')} onClose={() => { setRemoving(null); }} onConfirm={() => { remove.mutate(removing); }} />}
    </Panel>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useSession } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { keys } from '../../../data/keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { textOf } from '../../auth/auth-form.tsx';
import { authMessage } from '../../auth/auth-message.ts';

const freeName = (base: string, taken: readonly string[]): string => {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base} ${number}`;
    if (!taken.includes(name)) return name;
  }
};

/** Sets an authenticator app up: its secret as a picture and as text, and the first code as proof. */
export const EnrolDialog = ({ taken, onClose }: { taken: readonly string[]; onClose(): void }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const queries = useQueryClient();
  const { supabase } = useSession();
  const begun = useRef(false);
  const enrol = useMutation({
    mutationFn: async () => {
      const { data: before } = await supabase.auth.mfa.listFactors();
      // What was begun and never finished would take up a name and a place.
      for (const factor of before?.all ?? []) if (factor.status === 'unverified') await supabase.auth.mfa.unenroll({ factorId: factor.id });
      const { data, error } = await supabase.auth.mfa.enroll({ factorType: 'totp', friendlyName: freeName(t('settings.mfa.app'), taken), issuer: 'DocuVault AI' });
      if (error) throw error;
      return data;
    },
  });
  const verify = useMutation({
    mutationFn: async (code: string) => {
      const { error } = await supabase.auth.mfa.challengeAndVerify({ factorId: enrol.data!.id, code });
      if (error) throw error;
    },
    onSuccess: () => {
      toast({ text: t('settings.mfa.done') });
      void queries.invalidateQueries({ queryKey: keys.factors });
      onClose();
    },
  });
  const { mutate } = enrol;
  useEffect(() => {
    if (!begun.current) mutate();
    begun.current = true;
  }, [mutate]);
  const totp = enrol.data?.totp;
  const error = enrol.error ?? verify.error;
  return (
    <Dialog title={t('settings.mfa.title')} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('settings.mfa.scan')}</p>
      {totp ? <img src={totp.qr_code} alt={t('settings.mfa.qr')} className="mx-auto size-48 rounded-control border border-line bg-white p-2" /> : <Skeleton className="mx-auto size-48" />}
      <div className="grid gap-1">
        <p className="text-sm text-ink-soft">{t('settings.mfa.bySecret')}</p>
        <p className="flex items-center gap-2">
          <code className="min-w-0 rounded-md bg-sunken px-2 py-1.5 font-mono text-sm break-all">{totp?.secret.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? '…'}</code>
          <IconButton label={t('settings.mfa.copySecret')} className="size-9" disabled={!totp} onClick={() => void navigator.clipboard.writeText(totp?.secret ?? '').then(() => { toast({ text: t('common.copied') }); })}><Copy size={16} aria-hidden /></IconButton>
        </p>
      </div>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          verify.mutate(textOf(new FormData(event.currentTarget), 'code').replaceAll(/\D/g, ''));
        }}
      >
        <TextField label={t('auth.code')} hint={t('auth.codeHint')} error={error ? t(authMessage(error)) : undefined} name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,8}" required />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!totp || verify.isPending}>{t('settings.mfa.turnOn')}</Button>
        </div>
      </form>
    </Dialog>
  );
};

import { useState, type ReactNode } from 'react';
import type { FamilyVault } from '@docuvault/contract/family.ts';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { childRequests, type Child, type HandOverOffer } from '../../data/children.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../auth/password-field.tsx';

const shortest = 8;

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

type FormProps = { action: string; busy: boolean; onSubmit(form: FormData): void; onClose(): void; children: ReactNode };

const Form = ({ action, busy, onSubmit, onClose, children }: FormProps) => {
  const { t } = useLanguage();
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget));
      }}
    >
      {children}
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" disabled={busy} aria-busy={busy}>{action}</Button>
      </div>
    </form>
  );
};

const Done = ({ onClose, children }: { onClose(): void; children: ReactNode }) => {
  const { t } = useLanguage();
  return <>{children}<div className="flex justify-end"><Button onClick={onClose}>{t('common.done')}</Button></div></>;
};

/** Makes an account for a child, and shows the name to sign in by. */
export const AddChildDialog = ({ vault, onClose }: { vault: FamilyVault; onClose(): void }) => {
  const { t } = useLanguage();
  const act = useAct(keys.family, keys.documents);
  const [made, setMade] = useState<Child | null>(null);
  if (made) {
    return (
      <Dialog title={t('child.made', { name: made.name ?? '' })} onClose={onClose}>
        <Done onClose={onClose}>
          <p className="text-ink-soft">{t('child.madeHint')}</p>
          <CopyField label={t('child.signInName')} value={made.signInName} action={t('child.copy')} />
        </Done>
      </Dialog>
    );
  }
  const add = (form: FormData) => {
    const input = { name: textOf(form, 'name').trim(), password: textOf(form, 'password'), shareEverything: form.get('everything') !== null };
    act.mutate([childRequests.add(vault.id, input)], { onSuccess: (child) => { setMade(child as Child); } });
  };
  return (
    <Dialog title={t('child.addTitle')} onClose={onClose}>
      <Form action={t('child.make')} busy={act.isPending} onSubmit={add} onClose={onClose}>
        <TextField label={t('child.name')} name="name" required maxLength={100} autoComplete="off" />
        <PasswordField label={t('child.password')} hint={t('child.passwordHint')} name="password" required minLength={shortest} maxLength={200} autoComplete="new-password" />
        <label className="flex cursor-pointer items-start gap-3 text-sm">
          <input type="checkbox" name="everything" defaultChecked className="mt-0.5 size-5 shrink-0 accent-accent" />
          <span><span className="block font-medium">{t('child.everything')}</span><span className="text-ink-soft">{t('child.everythingHint')}</span></span>
        </label>
      </Form>
    </Dialog>
  );
};

type ChildProps = { vault: FamilyVault; child: Child; onClose(): void };

/** Gives a child a new password. */
export const ChildPasswordDialog = ({ vault, child, onClose }: ChildProps) => {
  const { t } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.family);
  const name = child.name ?? child.signInName;
  const set = (form: FormData) => {
    act.mutate([childRequests.setPassword(vault.id, child.userId, textOf(form, 'password'))], {
      onSuccess: () => {
        toast({ text: t('child.passwordSet', { name }) });
        onClose();
      },
    });
  };
  return (
    <Dialog title={t('child.newPasswordTitle', { name })} onClose={onClose}>
      <Form action={t('common.save')} busy={act.isPending} onSubmit={set} onClose={onClose}>
        <p className="text-ink-soft">{t('child.newPasswordHint')}</p>
        <PasswordField label={t('child.password')} hint={t('child.passwordHint')} name="password" required minLength={shortest} maxLength={200} autoComplete="new-password" />
      </Form>
    </Dialog>
  );
};

/** Offers a child's account to an address of their own. */
export const OfferChildDialog = ({ vault, child, onClose }: ChildProps) => {
  const { t, format } = useLanguage();
  const act = useAct(keys.family);
  const [made, setMade] = useState<{ email: string; offer: HandOverOffer } | null>(null);
  const name = child.name ?? child.signInName;
  const title = t('child.offerTitle', { name });
  if (made) {
    const when = format.moment(made.offer.expiresAt);
    return (
      <Dialog title={title} onClose={onClose}>
        <Done onClose={onClose}>
          <p className="text-ink-soft">{made.offer.token ? t('child.offerLink', { name, when }) : t('child.offerMailed', { email: made.email, when })}</p>
          {made.offer.token && <CopyField label={t('child.linkLabel')} value={`${location.origin}/family/claim#${made.offer.token}`} action={t('invite.copy')} />}
        </Done>
      </Dialog>
    );
  }
  const offer = (form: FormData) => {
    const email = textOf(form, 'email').trim();
    act.mutate([childRequests.offer(vault.id, child.userId, email)], { onSuccess: (answer) => { setMade({ email, offer: answer as HandOverOffer }); } });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form action={t('child.offerDo')} busy={act.isPending} onSubmit={offer} onClose={onClose}>
        <p className="text-ink-soft">{t('child.offerBody')}</p>
        <TextField label={t('child.offerEmail')} name="email" type="email" required maxLength={320} autoComplete="off" />
      </Form>
    </Dialog>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Camera, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { ProfilePatch } from '@docuvault/contract/account.ts';
import { wordsOf } from '../../app/error-words.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { profileQuery, useChangeProfile, useUploadAvatar } from '../../data/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AvatarEditor } from './avatar-editor.tsx';
import { Panel } from './panel.tsx';

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Who the person is: what others see of them, and where they are. */
export const ProfileSection = () => {
  const { t, language } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const zoneId = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const profile = useQuery(profileQuery(api));
  const change = useChangeProfile();
  const upload = useUploadAvatar();
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const complain = (error: unknown) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); };
  const done = { onError: complain, onSuccess: () => { toast({ text: t('settings.saved') }); } };
  const save = (patch: ProfilePatch) => { change.mutate(patch, done); };
  const choose = (file: File) => {
    createImageBitmap(file).then(setPicture, () => { toast({ text: t('settings.avatar.broken'), tone: 'bad' }); });
  };
  const { data } = profile;
  if (profile.isLoadingError) return <Failed error={profile.error} retry={() => void profile.refetch()} />;
  if (!data) return <div role="status" aria-label={t('common.loading')}><Skeleton className="h-80 rounded-card" /></div>;
  const zones = [...new Set([data.timeZone, here(), ...Intl.supportedValuesOf('timeZone')])];
  const name = data.fullName ?? data.email ?? '';
  return (
    <Panel title={t('settings.profile')}>
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} src={data.avatarPath ? api.publicFile('avatars', data.avatarPath) : null} className="size-20 text-2xl" />
        <div className="flex flex-wrap gap-2">
          <input
            ref={chooser}
            type="file"
            hidden
            accept="image/jpeg,image/png,image/webp"
            data-avatar
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) choose(file);
              event.target.value = '';
            }}
          />
          <Button small onClick={() => { chooser.current?.click(); }}><Camera size={16} aria-hidden />{t('settings.avatar.choose')}</Button>
          {data.avatarPath && <Button small kind="quiet" disabled={upload.isPending} onClick={() => { upload.mutate(null, done); }}><Trash2 size={16} aria-hidden />{t('settings.avatar.remove')}</Button>}
        </div>
      </div>
      <form
        key={data.fullName}
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('name');
          save({ fullName: typeof typed === 'string' && typed.trim() ? typed.trim() : null });
        }}
      >
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <TextField label={t('auth.name')} name="name" defaultValue={data.fullName ?? ''} maxLength={200} autoComplete="name" />
          <Button type="submit" disabled={change.isPending}>{t('common.save')}</Button>
        </div>
      </form>
      <div className="grid gap-1.5">
        <p className="text-sm font-medium text-ink-soft">{t('auth.email')}</p>
        <p>{data.email}</p>
      </div>
      <div className="grid max-w-md gap-1.5">
        <label htmlFor={zoneId} className="text-sm font-medium text-ink-soft">{t('settings.timeZone')}</label>
        <select id={zoneId} value={data.timeZone} onChange={(event) => { save({ timeZone: event.target.value }); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3">
          {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
        </select>
        <p className="text-sm text-ink-faint">{t('settings.timeZoneHint')}</p>
        {data.timeZone !== here() && <div><Button small kind="quiet" className="-ml-3 text-accent" onClick={() => { save({ timeZone: here() }); }}>{t('settings.timeZoneHere', { zone: here().replaceAll('_', ' ') })}</Button></div>}
      </div>
      {picture && (
        <AvatarEditor
          picture={picture}
          busy={upload.isPending}
          onClose={() => { setPicture(null); }}
          onSave={(cut) => { upload.mutate(cut, { onError: complain, onSuccess: () => { setPicture(null); toast({ text: t('settings.saved') }); } }); }}
        />
      )}
    </Panel>
  );
};

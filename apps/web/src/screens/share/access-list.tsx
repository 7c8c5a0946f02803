import { useQuery } from '@tanstack/react-query';
import type { FamilyMember, FamilyVault } from '@docuvault/contract/family.ts';
import { useApi, useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, nameOfMember, sharesQuery } from '../../data/family.ts';
import { foldersQuery } from '../../data/folders.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage, type Translate } from '../../i18n/language.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { isDirect, whoSees, type Reason, type Seer, type Shareable } from './who-sees.ts';

const whyOf = ({ share, folder }: Reason, t: Translate): string => {
  if (share.everything) return t('share.why.everything');
  if (folder) return t('share.why.folder', { name: folder.name });
  return t(share.memberId ? 'share.why.document' : 'share.why.documentAll');
};

type Props = { thing: Shareable; vault: FamilyVault; members: readonly FamilyMember[] };

/** Who has access and why; what was shared for the thing itself is ended here. */
export const AccessList = ({ thing, vault, members }: Props) => {
  const { t } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const me = useSession().session?.user.id;
  const { data: shares } = useQuery(sharesQuery(api, vault.id));
  const { data: folders = [] } = useQuery(foldersQuery(api));
  const act = useAct(keys.family, keys.documents);
  if (!shares) return null;
  const seers = whoSees(thing, shares.filter(({ ownerId }) => ownerId === me), members.filter(({ userId }) => userId !== me), folders);
  const directOf = (seer: Seer) => seer.reasons.find((reason) => isDirect(reason, thing) && reason.share.memberId) ?? seer.reasons.find((reason) => isDirect(reason, thing));
  const isWide = seers.some((seer) => !directOf(seer));
  const end = (shareId: string) => {
    act.mutate([familyRequests.endShare(vault.id, shareId)], { onSuccess: () => { toast({ text: t('shared.ended') }); } });
  };
  return (
    <section aria-labelledby="who-has-access" className="grid min-w-0 gap-2 border-t border-line pt-4">
      <h3 id="who-has-access" className="text-sm font-semibold">{t('share.access')}</h3>
      {seers.length === 0 && <p className="text-sm text-ink-soft">{t('share.access.nobody')}</p>}
      <ul className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
        {seers.map((seer) => {
          const name = nameOfMember(seer.member);
          const direct = directOf(seer);
          return (
            <li key={seer.member.userId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-sm">
              <Avatar name={name} src={null} className="size-8 text-xs" />
              <span className="grid min-w-0 grow basis-40">
                <span className="truncate font-medium">{name}</span>
                <span className="text-ink-soft">{[...new Set(seer.reasons.filter(({ share }) => share.release === seer.release).map((reason) => whyOf(reason, t)))].join(' · ')}</span>
              </span>
              {seer.release !== 'never' && <Badge tone={seer.permission === 'edit' ? 'good' : 'plain'}>{t(`share.permission.${seer.permission}`)}</Badge>}
              {seer.release !== 'now' && <Badge tone="warn">{t(seer.release === 'never' ? 'viewAs.never' : 'share.release.emergency')}</Badge>}
              {direct && <Button small kind="quiet" disabled={act.isPending} onClick={() => { end(direct.share.id); }}>{t(direct.share.release === 'never' ? 'shared.unhold' : 'share.end')}<span className="sr-only">: {direct.share.memberId ? name : t('share.everybody', { vault: vault.name })}</span></Button>}
            </li>
          );
        })}
      </ul>
      {seers.length > 0 && <p className="text-xs text-ink-soft">{t('share.again')}{isWide && ` ${t('share.endHint')}`}</p>}
    </section>
  );
};

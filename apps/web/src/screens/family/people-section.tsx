import type { FamilyMember, FamilyVault } from '@docuvault/contract/family.ts';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { ChildrenList } from './children-list.tsx';
import { InvitationList } from './invitation-list.tsx';
import { MemberRow } from './member-row.tsx';
import { runsFamily } from './roles.ts';

type Props = { vault: FamilyVault; members: readonly FamilyMember[] };

/** Who is in the family and what each of them sees, and who is invited. */
export const PeopleSection = ({ vault, members }: Props) => {
  const { t } = useLanguage();
  const me = useSession().session?.user.id ?? '';
  return (
    <>
      <ul aria-label={t('family.section.people')} className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
        {members.map((member) => <MemberRow key={member.userId} vault={vault} member={member} me={me} />)}
      </ul>
      {runsFamily(vault.role) && <InvitationList vault={vault} />}
      {runsFamily(vault.role) && <ChildrenList vault={vault} />}
    </>
  );
};

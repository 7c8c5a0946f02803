import { useQueries, useQuery } from '@tanstack/react-query';
import type { FamilyMember } from '@docuvault/contract/family.ts';
import { useApi, useSession } from '../app/session.tsx';
import { membersQuery, vaultsQuery } from './family.ts';

/** Everybody else of all the person's families, once each. */
export const useRelatives = (): FamilyMember[] => {
  const api = useApi();
  const me = useSession().session?.user.id;
  const { data: vaults = [] } = useQuery(vaultsQuery(api));
  const members = useQueries({ queries: vaults.map(({ id }) => membersQuery(api, id)) });
  return [...new Map(members.flatMap(({ data }) => data ?? []).filter(({ userId }) => userId !== me).map((member) => [member.userId, member])).values()];
};

import type { FamilyMember, FamilyRole } from '@docuvault/contract/family.ts';

/** From the highest to the lowest. Named here and not taken from the contract: a value import would load its schemas into the browser. */
export const roles: readonly FamilyRole[] = ['owner', 'admin', 'member', 'viewer', 'child'];

const rank = (role: FamilyRole): number => roles.length - roles.indexOf(role);

export const runsFamily = (role: FamilyRole): boolean => role === 'owner' || role === 'admin';
/** Whether somebody of the role shares documents of their own. */
export const mayShare = (role: FamilyRole): boolean => rank(role) >= rank('member');
/** Whether somebody of the role may put right what is shared with them for it. */
export const mayEdit = mayShare;
/** The roles that somebody may give to others: none above their own. */
export const rolesToGive = (mine: FamilyRole): readonly FamilyRole[] => (runsFamily(mine) ? roles.filter((role) => rank(role) <= rank(mine)) : []);
/** Whether somebody may change or take out another, as the vault sees it: those below them. */
export const mayRule = (mine: FamilyRole, theirs: FamilyRole): boolean => runsFamily(mine) && rank(theirs) < rank(mine);
/** Whether a person is the only owner, who cannot leave. */
export const isLastOwner = (members: readonly FamilyMember[], userId: string): boolean => members.filter(({ role }) => role === 'owner').every((owner) => owner.userId === userId);

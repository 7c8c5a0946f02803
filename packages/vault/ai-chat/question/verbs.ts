import { stemOf } from './words.ts';

const lines = `
accept achieve add adjust advise afford agree aim alert allow announce apply appoint approve arrange arrive ask assist attach attend authorise authorize avoid award
bear become begin believe belong book borrow break bring build buy calculate call cancel carry catch cause change charge check choose claim clean clear climb close collect come compare complain complete confirm connect consider contact contain continue contribute cook correct cost count cover create cut
damage deal decide declare decline deduct deliver demand deny depart depend describe design destroy detect determine diagnose die disclose discover discuss display do donate draw drink drive drop
earn eat employ empty enable enter enrol ensure escape establish estimate examine exceed exchange exclude exist expect explain extend fail fall feed feel fetch file fill find finish fit fix fly follow forbid force forget freeze fund
gain gather get give go grant grow guarantee guard hand handle hang happen harm have hear help hire hold host hurt identify improve include increase inform inherit injure inspect install insure intend invest invite issue join judge jump keep kill know
lack land last lay lead leak learn leave lend let lift like list live load lodge look lose love maintain make manage mark marry matter mean measure meet mend mention mind miss mix modify move mow name need negotiate note notice notify
obey object obtain occupy occur offer open operate order organise organize owe own pack paint park participate pass pause pay perform permit pick place plan play post practise prefer prepare prescribe present press prevent print process produce promise promote protect prove provide publish pull punish purchase push put
qualify question quit raise reach react read realise receive recommend record recover reduce refer refund refuse register reimburse reject release rely remain remember remind remove renew rent repair repay repeat replace reply report represent request require resign resolve respond rest restrict result retain retire return review rise ring rule run
save say schedule see seek seem sell send separate serve set settle share ship show shut sign sleep smoke spend spoil stand start state stay steal stick stop store study sublet submit suffer suggest supply support suppose surrender suspend swim switch take talk teach tell terminate test thank think throw tolerate touch train transfer translate transport travel treat trust try turn
undergo understand undertake update use vacate vaccinate value vary view visit vote vouch wait wake walk want warn wash waste watch wear weigh win wish withdraw witness work worry write
`;

const verbs: ReadonlySet<string> = new Set(lines.trim().split(/\s+/).map(stemOf));

/** True for a stem that can be a verb: what somebody does is often told in other words on paper. */
export const canBeVerb = (stem: string): boolean => verbs.has(stem);

import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../context.ts';
import { notify, type Notice } from '../notifications/notify.ts';

type DueRow = { id: string; vault_id: string; user_id: string; contact_id: string; due_at: Date };
type SilentRow = { vault_id: string; user_id: string; last_sign: Date; silent_days: number; reminder_days: number; contact_id: string | null; position: number | null; opens_at: Date | null };

const dayMs = 24 * 60 * 60_000;

/** An occasion that belongs into the vault's log when it is told for the first time. */
type Occasion = { notices: Notice[]; log: { vaultId: string; action: string; details: Record<string, unknown>; audience: string[] } | null };

/** Requests whose wait has run out: access is open already; both sides are told. */
const grantedOccasions = async (tx: Tx): Promise<Occasion[]> => {
  const rows = await tx.query<DueRow>(sql`
    select r.id, r.vault_id, r.user_id, r.contact_id, r.due_at from public.emergency_requests r
    where r.denied_at is null and r.cancelled_at is null and r.ended_at is null and r.approved_at is null and r.due_at <= now()
      and not exists (select from public.notifications n where n.user_id = r.contact_id and n.dedupe_key = 'emergency.granted:' || r.id)`);
  return rows.map((row) => {
    const shared = { data: { vaultId: row.vault_id, requestId: row.id, ownerId: row.user_id }, dedupeKey: `emergency.granted:${row.id}`, kind: 'emergency.granted' };
    return {
      notices: [
        { ...shared, userId: row.contact_id, title: 'Your emergency request is granted: the wait has run out', inHindi: { title: 'आपका आपात अनुरोध मान लिया गया: प्रतीक्षा पूरी हुई' } },
        { ...shared, userId: row.user_id, title: 'An emergency request was granted because you have not denied it', body: 'You can end the access at any time.',
          inHindi: { title: 'एक आपात अनुरोध मान लिया गया क्योंकि आपने मना नहीं किया', body: 'आप यह पहुँच कभी भी बंद कर सकते हैं।' } },
      ],
      log: { vaultId: row.vault_id, action: 'emergency.granted', details: { requestId: row.id, userId: row.user_id, contactId: row.contact_id }, audience: [row.user_id, row.contact_id] },
    };
  });
};

/** Reminders every second day of silence, then the alert, then that access is open. The last sign of life is part of each occasion's name. */
const silenceOccasions = (rows: readonly SilentRow[], now: Date): Occasion[] => {
  const occasions: Occasion[] = [];
  for (const row of rows) {
    const occasion = `${row.vault_id}:${row.user_id}:${row.last_sign.toISOString()}`;
    const data = { vaultId: row.vault_id, ownerId: row.user_id };
    const remindsAt = row.last_sign.getTime() + row.silent_days * dayMs;
    const alertsAt = remindsAt + row.reminder_days * dayMs;
    const reminder = Math.floor((Math.min(now.getTime(), alertsAt - 1) - remindsAt) / (2 * dayMs));
    const log = (action: string) => ({ vaultId: row.vault_id, action, details: { userId: row.user_id, contactId: row.contact_id }, audience: [row.user_id, row.contact_id!] });
    occasions.push({ log: null, notices: [{
      userId: row.user_id, kind: 'emergency.check_in', title: 'Are you well? Please check in', data,
      body: 'You have not been here for a while. Sign in or check in, so that your emergency contacts are not called.',
      inHindi: { title: 'क्या आप ठीक हैं? कृपया कुशल समाचार दें', body: 'आप कुछ समय से यहाँ नहीं आए। साइन इन करें या कुशल समाचार दें, ताकि आपके आपात संपर्कों को न बुलाया जाए।' }, dedupeKey: `check_in.reminder:${occasion}:${reminder}`,
    }] });
    if (now.getTime() < alertsAt || !row.contact_id || !row.opens_at) continue;
    occasions.push({ log: log('check_in.alert'), notices: [
      { userId: row.user_id, kind: 'emergency.alert', title: 'Your emergency contacts are being called', body: 'Check in to stop it.', data,
        inHindi: { title: 'आपके आपात संपर्कों को बुलाया जा रहा है', body: 'रोकने के लिए कुशल समाचार दें।' }, dedupeKey: `check_in.alert:${occasion}` },
      {
        userId: row.contact_id, kind: 'emergency.alert', title: 'Somebody who trusts you has given no sign of life', data: { ...data, opensAt: row.opens_at.toISOString() },
        body: 'What they release in an emergency opens to you when your wait has run out, unless they check in.',
        inHindi: { title: 'जो आप पर भरोसा करते हैं उनका कोई समाचार नहीं है', body: 'आपात स्थिति के लिए उन्होंने जो छोड़ा है वह आपकी प्रतीक्षा पूरी होने पर खुलेगा, यदि वे समाचार न दें।' }, dedupeKey: `check_in.alert:${occasion}`,
      },
    ] });
    if (row.opens_at > now) continue;
    occasions.push({ log: log('emergency.granted'), notices: [
      { userId: row.contact_id, kind: 'emergency.granted', title: 'What somebody released for an emergency is open to you', data,
        inHindi: { title: 'किसी ने आपात स्थिति के लिए जो छोड़ा है वह आपके लिए खुला है' }, dedupeKey: `check_in.granted:${occasion}` },
      { userId: row.user_id, kind: 'emergency.granted', title: 'Your emergency contacts can read what you released', body: 'Check in to end it.', data,
        inHindi: { title: 'आपके आपात संपर्क वह पढ़ सकते हैं जो आपने छोड़ा है', body: 'बंद करने के लिए कुशल समाचार दें।' }, dedupeKey: `check_in.granted:${occasion}:${row.contact_id}` },
    ] });
  }
  return occasions;
};

/**
 * Tells people what time has brought about: granted requests, and the steps of silence. Nothing waits for it: access goes by
 * the time itself. Safe to run at any time, twice, and at once: each occasion has its own key. Answers how many were told.
 */
export const announceEmergencies = (deps: Pick<Deps, 'db'>): Promise<number> =>
  deps.db.asService('announce emergencies', async (tx) => {
    const [clock] = await tx.query<{ now: Date }>(sql`select now() as now`);
    const silent = await tx.query<SilentRow>(sql`select s.* from private.silent_people() s`);
    let told = 0;
    for (const { notices, log } of [...(await grantedOccasions(tx)), ...silenceOccasions(silent, clock!.now)]) {
      const fresh = await notify(tx, notices, clock!.now);
      told += fresh;
      if (fresh > 0 && log) await tx.query(sql`select private.log_family(${log.vaultId}::uuid, ${log.action}, ${JSON.stringify(log.details)}::jsonb, ${log.audience}::uuid[])`);
    }
    return told;
  }, { priority: 'background' });

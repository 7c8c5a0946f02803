import sql from 'sql-template-tag';
import type { FamilyRole } from '@docuvault/contract/family.ts';
import type { Mailer, MailMessage } from '@docuvault/core/mailer.ts';
import type { UserContext } from '../context.ts';
import { asMember } from './as-member.ts';
import { invite } from './invitations.ts';
import { nameOf, peopleOf } from './people.ts';
import { getVault } from './vaults.ts';

/** How an invitation leaves the vault: by which mailer, if any, and on which site its page stands. */
export type InvitationOutside = { mailer: Mailer | null; site: string };

const words = {
  en: {
    subject: (from: string, vault: string) => `${from} invites you into “${vault}”`,
    body: 'They keep their family’s papers with DocuVault AI. Joining shows nothing of yours to anybody; you choose later what to share.',
    open: 'Open the invitation', only: (to: string, until: string) => `It works once, for ${to} only, until ${until} UTC. If you know of no such family, do nothing.`,
  },
  hi: {
    subject: (from: string, vault: string) => `${from} ने आपको “${vault}” में बुलाया है`,
    body: 'वे अपने परिवार के काग़ज़ DocuVault AI में रखते हैं। शामिल होने से आपका कुछ भी किसी को नहीं दिखता; क्या साझा करना है यह आप बाद में चुनते हैं।',
    open: 'निमंत्रण खोलें', only: (to: string, until: string) => `यह एक बार चलेगा, केवल ${to} के लिए, ${until} UTC तक। यदि आप ऐसे किसी परिवार को नहीं जानते तो कुछ न करें।`,
  },
} as const;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);

const mailOf = (sent: { id: string; email: string; expiresAt: string }, about: { from: string; vault: string; locale: string }, url: string): MailMessage => {
  const language = about.locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
  const said = words[language];
  const subject = said.subject(about.from, about.vault).replace(/[\r\n]+/g, ' ');
  const only = said.only(sent.email, sent.expiresAt.slice(0, 16).replace('T', ' '));
  return {
    to: sent.email, id: sent.id, subject, text: [said.body, `${said.open}: ${url}`, only, ''].join('\n\n'),
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#1c2330;max-width:34rem;margin:2rem auto;padding:0 1rem">
<h1 style="font-size:1.25rem">${escaped(subject)}</h1>
<p>${escaped(said.body)}</p>
<p><a href="${escaped(url)}" style="display:inline-block;padding:.6rem 1rem;background:#0e5a4a;color:#fff;text-decoration:none;border-radius:.5rem">${said.open}</a></p>
<p style="color:#5b6472;font-size:.85rem">${escaped(only)}</p>
</body></html>`,
  };
};

/**
 * Invites an address and mails it the link, in the inviter's language. The link goes out at once and not by the outbox:
 * what is stored holds only the token's hash. `mailed` is false where no mail is sent, the provider refuses, or the address
 * wants none; the inviter has the link either way.
 */
export const inviteByMail = async (ctx: UserContext, outside: InvitationOutside, vaultId: string, input: { email: string; role: FamilyRole; expiresInHours: number }) => {
  const sent = await invite(ctx, vaultId, input);
  const url = `${outside.site}/invitation/${sent.token}`;
  const { mailer } = outside;
  if (mailer === null) return { ...sent, url, mailed: false };
  const { userId } = ctx.actor;
  const about = await asMember(ctx, async (tx) => {
    const [me] = await tx.query<{ locale: string }>(sql`select u.locale from public.users u where u.id = ${userId}`);
    return { vault: (await getVault(tx, vaultId)).name, from: nameOf(await peopleOf(tx, vaultId), userId), locale: me?.locale ?? 'en' };
  });
  const [closed] = await ctx.deps.db.asService('whether an invited address takes mail', (tx) =>
    tx.query(sql`select 1 as one from private.suppressed_addresses s where s.channel = 'email' and s.address = ${sent.email}`));
  if (closed) return { ...sent, url, mailed: false };
  try {
    await mailer.send(mailOf(sent, about, url));
    return { ...sent, url, mailed: true };
  } catch (error) {
    ctx.deps.log.warn('an invitation was not mailed', { provider: mailer.provider, reason: error instanceof Error ? error.name : 'failed' });
    return { ...sent, url, mailed: false };
  }
};

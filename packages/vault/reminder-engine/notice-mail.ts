import type { MailMessage } from '@docuvault/core/mailer.ts';

export type NoticeText = { title: string; body: string; locale: string; url: string | null; unsubscribeUrl: string };

const words = {
  en: { open: 'Open the vault', why: 'You get this mail because your vault reminds you.', stop: 'Send no more mails' },
  hi: { open: 'वॉल्ट खोलें', why: 'यह मेल आपके वॉल्ट की याद दिलाने के लिए है।', stop: 'मेल बंद करें' },
} as const;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);

/** A notice as a mail in two forms, text and HTML, with the headers by which mail programs offer to unsubscribe (RFC 2369, RFC 8058). */
export const noticeMail = (to: string, id: string, notice: NoticeText): MailMessage => {
  const said = notice.locale.toLowerCase().startsWith('hi') ? words.hi : words.en;
  const text = [notice.body, ...(notice.url ? [`${said.open}: ${notice.url}`] : []), '-- ', said.why, `${said.stop}: ${notice.unsubscribeUrl}`].filter(Boolean).join('\n\n');
  const html = `<!doctype html><html lang="${said === words.hi ? 'hi' : 'en'}"><meta charset="utf-8"><body style="font-family:system-ui,sans-serif;line-height:1.5;color:#1c2330;max-width:34rem;margin:2rem auto;padding:0 1rem">
<h1 style="font-size:1.25rem">${escaped(notice.title)}</h1>
<p>${escaped(notice.body)}</p>${notice.url ? `
<p><a href="${escaped(notice.url)}" style="display:inline-block;padding:.6rem 1rem;background:#1f5f5b;color:#fff;text-decoration:none;border-radius:.5rem">${said.open}</a></p>` : ''}
<p style="color:#5b6472;font-size:.85rem">${said.why} <a href="${escaped(notice.unsubscribeUrl)}" style="color:inherit">${said.stop}</a></p>
</body></html>`;
  return { to, id, subject: notice.title.replace(/[\r\n]+/g, ' '), text, html, headers: { 'List-Unsubscribe': `<${notice.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
};

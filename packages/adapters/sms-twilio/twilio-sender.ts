import { failureOfStatus, SendFailure, type TextSender } from '@docuvault/core/sending.ts';

const provider = 'twilio';

/** Error 21610 of Twilio: the person answered STOP; 21211, 21614: no number that takes texts. */
const refusedForGood = new Set([21610, 21211, 21614, 21612]);

/** Sends texts by Twilio's REST API of 2010-04-01 (POST Messages.json, basic authentication). `apiUrl` is for a stand-in. */
export const createTwilioSender = ({ accountSid, authToken, from, apiUrl = 'https://api.twilio.com' }: { accountSid: string; authToken: string; from: string; apiUrl?: string | undefined }): TextSender => ({
  provider,
  send: async ({ to, text }) => {
    const response = await fetch(`${apiUrl.replace(/\/$/, '')}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`, {
      method: 'POST', signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: to, From: from, Body: text }),
    }).catch((error: unknown) => { throw new SendFailure(`twilio: ${error instanceof Error ? error.name : 'no answer'}`); });
    const answer = (await response.json().catch(() => ({}))) as { sid?: string; code?: number };
    if (response.ok) return { provider, messageId: answer.sid ?? null };
    if (answer.code !== undefined && refusedForGood.has(answer.code)) throw new SendFailure(`twilio: ${answer.code}`, { permanent: true });
    throw failureOfStatus(provider, response.status, response.headers.get('retry-after'));
  },
});

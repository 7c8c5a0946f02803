import { failureOfStatus, SendFailure, type TextSender } from '@docuvault/core/sending.ts';

const provider = 'twilio';

/** The person answered STOP. */
const stopped = 21610;
/** Errors of Twilio that say the number takes no texts: invalid, not a mobile, unknown, a landline. */
export const numberGone: ReadonlySet<number> = new Set([21211, 21614, 30005, 30006]);
/** No way from our number to theirs: for good, but not the number's fault. */
const noWay = 21612;

export type TwilioSettings = { accountSid: string; authToken: string; from: string; apiUrl?: string | undefined; statusCallback?: string | undefined };

/**
 * Sends texts by Twilio's REST API of 2010-04-01 (POST Messages.json, basic authentication). `apiUrl` is for a stand-in;
 * `statusCallback` is where Twilio tells what became of a text.
 */
export const createTwilioSender = ({ accountSid, authToken, from, apiUrl = 'https://api.twilio.com', statusCallback }: TwilioSettings): TextSender => ({
  provider,
  send: async ({ to, text }) => {
    const response = await fetch(`${apiUrl.replace(/\/$/, '')}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`, {
      method: 'POST', signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ To: to, From: from, Body: text, ...(statusCallback ? { StatusCallback: statusCallback } : {}) }),
    }).catch((error: unknown) => { throw new SendFailure(`twilio: ${error instanceof Error ? error.name : 'no answer'}`); });
    const answer = (await response.json().catch(() => ({}))) as { sid?: string; code?: number };
    if (response.ok) return { provider, messageId: answer.sid ?? null };
    const { code } = answer;
    if (code !== undefined && (code === stopped || code === noWay || numberGone.has(code))) {
      throw new SendFailure(`twilio: ${code}`, { permanent: true, address: code === stopped ? 'stopped' : code === noWay ? null : 'gone' });
    }
    throw failureOfStatus(provider, response.status, response.headers.get('retry-after'));
  },
});

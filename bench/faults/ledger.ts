import { createHash } from 'node:crypto';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { signUp, type Member, type Product } from '@docuvault/testing/product.ts';

/** What a person was told was kept. */
export type Taken = { person: number; id: string; sha256: string };

export type Verdict = {
  acknowledged: number;
  /** Acknowledged, and not there, not whole, or not to be read. */
  lost: string[];
  /** Papers that a person sees more than once. */
  twice: number;
  /** Kept whole though the answer never reached the person, as may be. */
  unheard: number;
};

export type Ledger = {
  readonly taken: readonly Taken[];
  /** How often each answer was given to an upload. */
  readonly answers: ReadonlyMap<string, number>;
  /** One attempt to send the paper of that number to `url`: true when it was acknowledged. */
  send(url: string, person: number, n: number, timeoutMs?: number): Promise<boolean>;
  /** Sends papers of each person, `pauseMs` apart, each until somebody took it, until told to stop. `urlOf` names whom to ask at the nth attempt. */
  keepSending(urlOf: (attempt: number) => string, stopped: () => boolean, pauseMs: number): Promise<void>;
  /** Notes a paper that was taken in another way. */
  note(taken: Taken): void;
  tokenOf(person: number): string;
  /** Calls a function as the person. */
  call(url: string, person: number, path: string, init?: RequestInit): Promise<Response>;
  /** Waits until every paper has been worked on, reads each that is listed, and compares it with what was sent. */
  verify(url: string, readWithinMs?: number): Promise<Verdict>;
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The paper of a person and a number: an invoice whose words tell which it is. */
export const paperOf = (person: number, n: number): Buffer => Buffer.from(makePdf([textAt(60, 760, `Invoice ${person}-${n} of Sharma Electricals, total ${n}.00 INR`)]));

type Listed = { items: { id: string; status: string; failure?: unknown }[]; nextCursor: string | null };

/** Signs people up, and keeps account of what the vault told each of them. */
export const openLedger = async (product: Product, people: number): Promise<Ledger> => {
  const members: Member[] = [];
  for (let i = 0; i < people; i++) members.push(await signUp(product));
  const tokens = await Promise.all(members.map(async (member) => (await member.client.auth.getSession()).data.session!.access_token));
  const taken: Taken[] = [];
  const sent = new Set<string>();
  const answers = new Map<string, number>();
  const call = (url: string, person: number, path: string, init: RequestInit = {}) =>
    fetch(`${url}/functions/v1/${path}`, { ...init, headers: { authorization: `Bearer ${tokens[person]!}`, ...(init.headers as Record<string, string>) } });

  const send: Ledger['send'] = async (url, person, n, timeoutMs = 20_000) => {
    const bytes = paperOf(person, n);
    sent.add(sha256(bytes));
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), `${person}-${n}.pdf`);
    const answer = await call(url, person, 'document-upload', { method: 'POST', body: form, signal: AbortSignal.timeout(timeoutMs) }).catch(() => null);
    const body = answer ? ((await answer.json().catch(() => ({}))) as { document?: { id: string }; error?: { code: string } }) : {};
    const how = answer ? `${answer.status}${body.error ? ` ${body.error.code}` : ''}` : 'no answer';
    answers.set(how, (answers.get(how) ?? 0) + 1);
    if (!body.document) return false;
    taken.push({ person, id: body.document.id, sha256: sha256(bytes) });
    return true;
  };

  const list = async (url: string, person: number): Promise<Listed['items']> => {
    const items: Listed['items'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await call(url, person, `documents?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      if (!answer.ok) throw new Error(`listing: ${answer.status} ${await answer.text()}`);
      const page = (await answer.json()) as Listed;
      items.push(...page.items);
      cursor = page.nextCursor ?? null;
    }
    return items;
  };
  const untilRead = async (url: string, person: number, untilMs: number): Promise<Listed['items']> => {
    for (;;) {
      const items = await list(url, person);
      if (items.every(({ status }) => status === 'completed' || status === 'failed') || performance.now() > untilMs) return items;
      await pause(200);
    }
  };

  return {
    taken, answers, send, call,
    tokenOf: (person) => tokens[person]!,
    note: (one) => {
      sent.add(one.sha256);
      taken.push(one);
    },
    keepSending: async (urlOf, stopped, pauseMs) => {
      await Promise.all(tokens.map(async (_, person) => {
        for (let n = 1; !stopped(); n++) {
          for (let attempt = 0; !(await send(urlOf(attempt), person, n)); attempt++) {
            if (stopped() && attempt > 50) return;
            await pause(200);
          }
          await pause(pauseMs);
        }
      }));
    },
    verify: async (url, readWithinMs = 180_000) => {
      const lost: string[] = [];
      let twice = 0;
      let unheard = 0;
      const until = performance.now() + readWithinMs;
      for (const person of tokens.keys()) {
        const items = new Map((await untilRead(url, person, until)).map((item) => [item.id, item]));
        const known = new Map(taken.filter((one) => one.person === person).map((one) => [one.id, one.sha256]));
        const seen = new Set<string>();
        for (const [id, item] of items) {
          const answer = await call(url, person, `documents/${id}/file`);
          const found = sha256(new Uint8Array(await answer.arrayBuffer()));
          if (seen.has(found)) twice += 1;
          seen.add(found);
          if (!known.has(id)) unheard += 1;
          if (answer.status !== 200 || !sent.has(found) || (known.get(id) ?? found) !== found) lost.push(`${id}: ${answer.status}, other bytes`);
          else if (item.status !== 'completed') lost.push(`${id} is ${item.status}`);
        }
        for (const id of known.keys()) if (!items.has(id)) lost.push(`${id}: not there`);
      }
      return { acknowledged: taken.length, lost, twice, unheard };
    },
  };
};

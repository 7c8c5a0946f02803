import { describe, expect, it } from 'vitest';
import { callerOf } from '@docuvault/testing/vault.ts';
import { documentProcessorRoom } from '../document-processor/document-processor.routes.ts';
import { openFamily, type Relative } from './test/big-family.ts';

const { vault, ask, ok, family, put, process } = await openFamily();

type Event = { event: string; data: Record<string, unknown> };

/** What somebody's browser hears, until it has heard as many events as asked for. */
const follow = async (as: Relative) => {
  const end = new AbortController();
  const answer = await callerOf(documentProcessorRoom({ ...vault }), as.actor)('/events', { signal: end.signal });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const events = (): Event[] => [...text.matchAll(/^event: (.+)\ndata: (.+)$/gm)].map(([, event, data]) => ({ event: event!, data: JSON.parse(data!) as Record<string, unknown> }));
  const until = async (done: (heard: Event[]) => boolean): Promise<Event[]> => {
    while (!done(events())) {
      const { value, done: over } = await reader.read();
      if (over) break;
      text += value;
    }
    return events();
  };
  while (!text.includes(': listening')) text += (await reader.read()).value ?? '';
  return { until, stop: async () => { end.abort(); await reader.cancel(); } };
};

describe('a browser that is open', () => {
  it('hears of what is given, changed and taken away, and of nothing else', async () => {
    const { id, people } = await family(['asha', 'ravi', 'meera']);
    const [asha, ravi, meera] = [people.asha!, people.ravi!, people.meera!];
    const policy = await put(asha, 'STAR HEALTH INSURANCE POLICY');
    const diary = await put(asha, 'A PRIVATE DIARY');
    await process();
    const [his, hers] = [await follow(ravi), await follow(meera)];
    const { id: share } = await ok<{ id: string }>(asha, 'family', 'POST', `/${id}/shares`, { documentId: policy, memberId: ravi.actor.userId });
    await ok(asha, 'documents', 'PATCH', `/${diary}`, { title: 'Still private' });
    await ok(asha, 'documents', 'PATCH', `/${policy}`, { title: 'Health cover' });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: policy, memberId: ravi.actor.userId, permission: 'edit' });
    await ok(asha, 'documents', 'DELETE', `/${policy}`);
    await ok(asha, 'documents', 'POST', `/${policy}/restore`);
    await ok(asha, 'family', 'DELETE', `/${id}/shares/${share}`);
    const heard = await his.until((events) => events.some(({ data }) => data.change === 'ended'));
    expect(heard.map(({ event, data }) => [event, data.documentId, data.change ?? data.deleted])).toEqual([
      ['shares', policy, 'given'], ['document', policy, false], ['shares', policy, 'changed'], ['document', policy, true], ['document', policy, false], ['shares', policy, 'ended'],
    ]);
    await ok(asha, 'documents', 'PATCH', `/${policy}`, { title: 'Not his any more' });
    // What comes to her at last is the first that she hears.
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: diary });
    expect(await hers.until((events) => events.length > 0)).toEqual([{ event: 'shares', data: { documentId: diary, change: 'given' } }]);
    expect((await his.until((events) => events.length > 6)).slice(6)).toEqual([{ event: 'shares', data: { documentId: diary, change: 'given' } }]);
    await Promise.all([his.stop(), hers.stop()]);
  });

  it('hears that a paper has left a shared folder, and that its person was taken out', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const [house, attic] = [await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'House' }), await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'Attic' })];
    const deed = await put(asha, 'SALE DEED', { folderId: house.id });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { folderId: house.id });
    const his = await follow(ravi);
    await ok(asha, 'documents', 'PATCH', `/${deed}`, { folderId: attic.id });
    expect((await his.until((events) => events.length > 0))[0]).toMatchObject({ event: 'document', data: { documentId: deed, deleted: true } });
    await ok(asha, 'family', 'DELETE', `/${id}/members/${ravi.actor.userId}`);
    const heard = await his.until((events) => events.length > 1);
    expect(heard.at(-1)).toEqual({ event: 'shares', data: { documentId: null, change: 'ended' } });
    await ok(asha, 'documents', 'PATCH', `/${deed}`, { folderId: house.id, title: 'Deed' });
    const own = await put(ravi, 'his own');
    expect((await his.until((events) => events.some(({ data }) => data.documentId === own))).slice(heard.length).map(({ data }) => data.documentId)).toEqual([own]);
    await his.stop();
  });

  it('hears that an emergency is granted, and before that of nothing that waits for it', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const his = await follow(ravi);
    const will = await put(asha, 'LAST WILL');
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: will, memberId: ravi.actor.userId, release: 'emergency' });
    await ok(asha, 'family', 'POST', `/${id}/emergency-contacts`, { userId: ravi.actor.userId, waitHours: 24, order: 1 });
    const { id: request } = await ok<{ id: string }>(ravi, 'family', 'POST', `/${id}/emergency/request`, { userId: asha.actor.userId });
    await ok(asha, 'family', 'POST', `/${id}/emergency/${request}/approve`);
    expect(await his.until((events) => events.length > 0)).toEqual([{ event: 'shares', data: { documentId: null, change: 'changed' } }]);
    await ok(asha, 'documents', 'PATCH', `/${will}`, { title: 'Her will' });
    expect((await his.until((events) => events.length > 1)).at(-1)).toMatchObject({ event: 'document', data: { documentId: will } });
    await his.stop();
  });
});

describe('an answer from what was shared', () => {
  type Message = { role: string; content: string; citations: unknown[]; withheld: boolean };
  const messages = async (as: Relative) => (await ok<{ items: Message[] }>(as, 'chat', 'GET', '/conversations/c')).items;
  const question = (as: Relative, message: string) => ok<{ answer: string; grounded: boolean }>(as, 'chat', 'POST', '/', { conversationId: 'c', message });

  it('is not shown once the share has ended, comes back with it, and hinders no further question', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const policy = await put(asha, 'STAR HEALTH INSURANCE POLICY\nPolicy Number: P/141126/01/2026/009912\nInsured: Asha Nair\nPremium: Rs. 24,500\nValid until 31/12/2027');
    const bill = await put(ravi, 'ELECTRICITY BILL\nConsumer Ravi Nair\nAmount payable Rs. 1,240\nDue date 05/02/2027');
    await process();
    const share = () => ok<{ id: string }>(asha, 'family', 'POST', `/${id}/shares`, { documentId: policy, memberId: ravi.actor.userId });
    const { id: first } = await share();
    expect((await question(ravi, 'When is the health insurance valid until?')).answer).toMatch(/2027/);
    await question(ravi, 'When is the electricity bill due?');
    expect((await messages(ravi)).map(({ withheld }) => withheld)).toEqual([false, false, false, false]);
    await ok(asha, 'family', 'DELETE', `/${id}/shares/${first}`);
    const after = await messages(ravi);
    expect(after.map(({ role, withheld }) => [role, withheld])).toEqual([['user', false], ['assistant', true], ['user', false], ['assistant', false]]);
    expect(after[1]).toMatchObject({ content: 'This answer rested on a document that you can no longer see.', citations: [], grounded: null });
    expect(JSON.stringify(after)).not.toMatch(/31 December 2027|31\/12\/2027|24,500|STAR HEALTH/);
    expect((await question(ravi, 'And what is its premium?')).answer).not.toMatch(/24,?500/);
    expect(await messages(ravi)).toHaveLength(6);
    await share();
    expect((await messages(ravi))[1]).toMatchObject({ withheld: false, content: expect.stringMatching(/2027/) as unknown });
    // A refusal that named the paper as the nearest is one that says something of it.
    await question(ravi, 'What is the zebrafish limit of the star health policy?');
    // Who leaves the vault is as one from whom it was taken; their own papers stay.
    await ok(ravi, 'family', 'DELETE', `/${id}/members/${ravi.actor.userId}`);
    expect((await messages(ravi)).slice(0, 4).map(({ withheld }) => withheld)).toEqual([false, true, false, false]);
    expect(JSON.stringify(await messages(ravi))).not.toMatch(/STAR HEALTH|Star Health Insurance/);
    await ok(ravi, 'documents', 'DELETE', `/${bill}`);
    expect((await messages(ravi))[3]).toMatchObject({ withheld: false });
    await ok(ravi, 'documents', 'DELETE', `/${bill}?permanent=true`);
    expect((await messages(ravi))[3]).toMatchObject({ withheld: true });
    expect(await ask(asha, 'chat', 'GET', '/conversations/c')).toMatchObject({ status: 404 });
  });
});

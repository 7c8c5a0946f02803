import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { callerOf, openTestVault } from '@docuvault/testing/vault.ts';
import { dayAhead, newPerson, openRoom, send } from './test/engine.ts';

const vault = await openTestVault();

describe('the calendar', () => {
  it('is read by a calendar program at an address that cannot be guessed, until it is revoked', async () => {
    const { call } = await newPerson(vault);
    await send(call, 'POST', '/', { title: 'Rent, due; again\nand more', dueOn: dayAhead(vault, 10), recurrence: 'FREQ=MONTHLY', leadDays: [3] });
    const { url } = (await send(call, 'GET', '/calendar')).body as unknown as { url: string };
    expect((await send(call, 'GET', '/calendar')).body).toEqual({ url });
    expect(url).toMatch(/^https:\/\/vault\.example\/functions\/v1\/reminder-engine\/calendar\/[\w-]{43}\.ics$/);
    const path = url.slice(url.indexOf('/calendar/'));
    const anybody = callerOf(openRoom(vault), { role: 'anon' });
    const response = await anybody(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(await response.text()) as [string, unknown[], unknown[]]).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.length).toBeGreaterThan(30);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    expect(events[0]).toMatchObject({ summary: 'Rent, due; again\nand more' });
    expect([events[0]!.startDate.toString(), events[0]!.startDate.isDate]).toEqual([dayAhead(vault, 10), true]);
    expect((await anybody(`/calendar/${'A'.repeat(43)}.ics`)).status).toBe(404);
    expect((await anybody('/calendar/x.ics')).status).toBe(404);
    const renewed = (await send(call, 'POST', '/calendar')).body as unknown as { url: string };
    expect(renewed.url).not.toBe(url);
    expect((await anybody(path)).status).toBe(404);
    await send(call, 'DELETE', '/calendar');
    expect((await anybody(renewed.url.slice(renewed.url.indexOf('/calendar/')))).status).toBe(404);
  });
});

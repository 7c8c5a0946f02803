import { describe, expect, it } from 'vitest';
import type { FilingSuggestions } from '@docuvault/contract/documents.ts';
import { openHousehold, type Doc } from './test/household.ts';

const { answer, fresh, get, process, put, send } = await openHousehold();

const bill = (month: string) => `ELECTRICITY BILL\nCity Power Company\nConsumer No: 4471 ${month}\nBill month ${month} 2025\nUnits consumed 210 kWh\nAmount due INR 1,840.00`;

const read = async (wanted: number) => {
  for (let done = 0; done < wanted; ) {
    const count = await process();
    if (count === 0) return;
    done += count;
  }
};

describe('where a paper may belong', () => {
  it('is told by papers like it, for what it lacks, until it has it', async () => {
    await fresh();
    const folder = ((await answer(send('POST', '/folders', { name: 'Electricity' }))).body as unknown as Doc).id;
    for (const month of ['January', 'February', 'March']) await put(bill(month), `Electricity bill ${month}.pdf`, { folderId: folder, tags: ['power', month], person: 'Asha Rao' });
    const next = await put(bill('April'), 'Electricity bill April.pdf');
    await read(8);
    const suggested = await get<FilingSuggestions>(`/${next}/suggestions`);
    expect(suggested).toMatchObject({ folder: { id: folder, name: 'Electricity' }, tags: ['power'] });
    await send('PATCH', `/${next}`, { folderId: folder, tags: ['Power'], person: 'Ravi' });
    expect(await get<FilingSuggestions>(`/${next}/suggestions`)).toEqual({ folder: null, person: null, tags: [] });
  });

  it('is not told by one paper alone', async () => {
    await fresh();
    await put(bill('January'), 'Electricity bill January.pdf', { tags: ['power'] });
    const next = await put(bill('February'), 'Electricity bill February.pdf');
    await read(4);
    expect((await get<FilingSuggestions>(`/${next}/suggestions`)).tags).toEqual([]);
  });
});

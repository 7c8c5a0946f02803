import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import type { VaultClient } from '../vault-client.ts';

export const shops = ['Sharma Electricals', 'Nair Travels', 'Bose Pharmacy', 'Iyer Motors', 'Khan Builders', 'Mehta Textiles', 'Gupta Opticians', 'Das Furniture'];

/** A one-page invoice; no two numbers give the same bytes. */
export const paper = (n: number): Uint8Array =>
  new Uint8Array(makePdf([
    textAt(60, 760, `Invoice INV-${n} of ${shops[n % shops.length]!}. Total amount ${100 + n}.00 INR.`),
    textAt(60, 730, `Issue date 2026-0${1 + (n % 9)}-11. Due date 2027-0${1 + (n % 9)}-15. Customer number ${70_000 + n}.`),
    textAt(60, 700, `For ${['a fan and its fitting', 'a journey to Pune', 'tablets and a bandage', 'brakes and oil', 'two windows'][n % 5]!}, delivered to the house.`),
  ]));

/** Questions that people would put, none twice for `n` below 40. */
export const question = (n: number): string =>
  n % 2 === 0 ? `${shops[n % shops.length]!} INV-${n}` : `what did we pay for ${['the fan', 'the journey', 'tablets', 'brakes', 'windows'][n % 5]!} ${n}`;

/** Uploads papers `from`..`from + count`, eight at a time. */
export const uploadPapers = async (client: VaultClient, from: number, count: number): Promise<string[]> => {
  const ids: string[] = [];
  let next = from;
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let n = next++; n < from + count; n = next++) ids.push((await client.upload(paper(n), `paper ${n}.pdf`)).id);
  }));
  return ids;
};

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentTruth, Fields } from './corpus/truth.ts';

type Invoice = { issuer: string; amount: number; date: string; date_due?: string; invoice_number: string; currency?: string };

/** What the samples' own truth does not say but the paper does, read off each by eye: other honest names, and neutral fields. */
const supplements: Readonly<Record<string, { id: string; type?: 'receipt'; issuer?: readonly string[]; number?: readonly string[]; currency?: string; also: Fields }>> = {
  AzureInterior: { id: 'sample-azure', currency: 'USD', also: { holderName: ['YourCompany', 'YourCompany, Mitchell Admin', 'Mitchell Admin'] } },
  FlipkartInvoice: { id: 'sample-flipkart', issuer: ['WS Retail Services Pvt. Ltd.', 'WS Retail Services'], number: ['OD304175096047380001'], also: { holderName: 'Anushrut Singh' } },
  QualityHosting: { id: 'sample-hosting', also: { holderName: 'iViveLabs Ltd.', startDate: '2014-05-01', endDate: '2014-05-31', dueDate: '2014-05-21' } },
  coolblue1: { id: 'sample-coolblue', currency: 'EUR', also: { holderName: 'Pino Bluebird' } },
  oyo: { id: 'sample-oyo', type: 'receipt', issuer: ['Oravel Stays Private Limited', 'OYO 4189 Resort Nanganallur'], also: { holderName: 'Sanjay', startDate: '2017-12-31', endDate: '2018-01-01' } },
};

function fieldsOf(stem: string, invoice: Invoice): Fields {
  const more = supplements[stem];
  const currency = invoice.currency ?? more?.currency;
  return {
    documentNumber: [invoice.invoice_number, ...(more?.number ?? [])], issuer: [invoice.issuer, ...(more?.issuer ?? [])], issueDate: invoice.date, totalAmount: String(invoice.amount),
    ...(invoice.date_due ? { dueDate: invoice.date_due } : {}), ...(currency ? { currency } : {}),
  };
}

export type Sample = { readonly path: string; readonly truth: DocumentTruth | null };

/** The shared sample documents: invoices with their truth, the others as company for them. Empty where the folder is absent. */
export async function sharedSamples(folder: string): Promise<Sample[]> {
  const names = async (part: string): Promise<string[]> => (await readdir(join(folder, part)).catch(() => [] as string[])).sort();
  const samples: Sample[] = [];
  const files = (await names('invoices')).filter((name) => !name.endsWith('.json'));
  for (const fileName of files) {
    const stem = fileName.replace(/(-scan)?\.(pdf|png)$/, '');
    const scan = fileName.includes('-scan');
    const [invoice] = JSON.parse(await readFile(join(folder, 'invoices', `${stem}.json`), 'utf8')) as [Invoice];
    const more = supplements[stem];
    const id = `${more?.id ?? stem}${scan ? '-scan' : ''}`;
    samples.push({
      path: join(folder, 'invoices', fileName),
      truth: { id, fileName, type: more?.type ?? 'invoice', alsoTypes: [], categories: ['bills', 'financial', ...(stem === 'oyo' ? ['travel' as const] : [])], fields: fieldsOf(stem, invoice), also: more?.also ?? {}, person: null, pages: 1, condition: scan ? 'scan150' : 'text-pdf', hindi: false, language: stem === 'QualityHosting' ? 'de' : stem === 'coolblue1' ? 'nl' : 'en', heldOut: false, text: [] },
    });
  }
  for (const fileName of await names('documents')) samples.push({ path: join(folder, 'documents', fileName), truth: null });
  return samples;
}

import { sample } from '../../../e2e/product/samples.ts';
import type { Errand, Given } from './main-walk.ts';

const types: Record<string, string> = { pdf: 'application/pdf', png: 'image/png', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

const given = (path: string): Given => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { name, mimeType: types[name.slice(name.lastIndexOf('.') + 1)]!, buffer: sample(path) };
};

/** The main job on six of the sample documents; where words stand on the receipt is known from the PDF that its scan was made of. */
export const sampleErrand = (email: string): Errand => ({
  person: { name: 'Neha Iyer', email, password: 'seven quiet lanterns' },
  files: ['invoices/oyo-scan.png', 'invoices/AzureInterior.pdf', 'documents/fake-memo.pdf', 'broken/password.pdf', 'invoices/coolblue1.pdf', 'documents/docx-tables.docx'].map(given),
  locked: { name: 'password.pdf', password: 'password' },
  receipt: {
    title: /^OYO 4189/,
    correct: { field: 'Name', value: 'Sanjay Kumar' },
    number: { field: 'Document number', at: { x: 0.564, y: 0.188 } },
    word: { text: 'kasturba', at: { x: 0.308, y: 0.637 } },
    question: 'What is the total of the OYO receipt?',
    quoted: { x: 0.881, y: 0.323 },
  },
});

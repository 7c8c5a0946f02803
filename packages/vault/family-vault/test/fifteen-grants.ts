/** A paper of the family of fifteen: whose it is, in which folder, and a word that stands in no other. */
export type Paper = { owner: string; word: string; folder?: 'House' | 'Inner'; trashed?: true };
export type Grant = { by: string; paper?: string; folder?: 'House'; everything?: true; to?: string; permission?: 'edit'; release?: 'emergency' | 'never' };

export const papers: Readonly<Record<string, Paper>> = {
  policy: { owner: 'asha', word: 'zebrafish' },
  passport: { owner: 'asha', word: 'axolotl' },
  deed: { owner: 'asha', word: 'pangolin', folder: 'House' },
  will: { owner: 'asha', word: 'wombat', folder: 'Inner' },
  diary: { owner: 'asha', word: 'quokka' },
  codes: { owner: 'asha', word: 'narwhal' },
  old: { owner: 'asha', word: 'manatee', trashed: true },
  lease: { owner: 'ravi', word: 'ocelot' },
  payslip: { owner: 'meera', word: 'capybara' },
  letters: { owner: 'meera', word: 'tapir' },
  report: { owner: 'kabir', word: 'gecko' },
};

/** Inner lies in House. The folder is everybody's, but the will is held back from Meera; Arjun has all of Meera's but her letters. */
export const grants: readonly Grant[] = [
  { by: 'asha', paper: 'policy' },
  { by: 'asha', paper: 'old' },
  { by: 'asha', paper: 'passport', to: 'ravi', permission: 'edit' },
  { by: 'asha', folder: 'House' },
  { by: 'asha', paper: 'will', to: 'meera', release: 'never' },
  { by: 'asha', paper: 'codes', to: 'dadi', release: 'emergency' },
  { by: 'asha', paper: 'codes', to: 'nana', release: 'emergency' },
  { by: 'ravi', paper: 'lease', to: 'asha' },
  { by: 'meera', everything: true, to: 'arjun', permission: 'edit' },
  { by: 'meera', paper: 'letters', to: 'arjun', release: 'never' },
  { by: 'kabir', everything: true, to: 'asha', permission: 'edit' },
  { by: 'kabir', everything: true, to: 'ravi', permission: 'edit' },
];

/** Dadi has asked for the emergency and waits; Nana's request was approved. */
export const emergencies = { waiting: 'dadi', approved: 'nana' } as const;

const ofAll = ['policy', 'deed', 'will'];

/** What each of them sees, written out by hand; what lies in the trash is its owner's. */
export const sees: Readonly<Record<string, readonly string[]>> = {
  asha: [...ofAll, 'passport', 'diary', 'codes', 'old', 'lease', 'report'],
  ravi: [...ofAll, 'passport', 'lease', 'report'],
  dadi: ofAll, dada: ofAll, nani: ofAll, nana: [...ofAll, 'codes'],
  meera: ['policy', 'deed', 'payslip', 'letters'],
  vikram: ofAll, leela: ofAll, arjun: [...ofAll, 'payslip'],
  kabir: [...ofAll, 'report'], tara: ofAll, rohan: ofAll, diya: ofAll, lawyer: ofAll,
  stranger: [],
};

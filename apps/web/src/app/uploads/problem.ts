/** Why a file is not in the vault. `again`: sending the same file once more may help. */
export type Problem = { code: string; again: boolean };

const final = new Set(['upload.too_large', 'upload.type_not_accepted', 'upload.empty', 'upload.malware', 'upload.macros', 'upload.heic', 'upload.gone']);

export const problemOf = (code: string): Problem => ({ code, again: !final.has(code) });

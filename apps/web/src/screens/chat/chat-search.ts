/** What the address of a chat says: the conversation, a question to begin with, the documents that it is about, and the page beside it. */
export type ChatSearch = { c?: string; ask?: string; about?: string[]; doc?: string; page?: number; q?: string };

export const mostAbout = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const text = (value: unknown, longest: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value).slice(0, longest) : undefined;

/** Reads what of an address is meant for the chat; the rest is dropped. */
export const readChatSearch = (search: Record<string, unknown>): ChatSearch => {
  const about = [...new Set((Array.isArray(search.about) ? search.about : [search.about]).filter((one): one is string => typeof one === 'string' && uuid.test(one)))].slice(0, mostAbout);
  const page = Number(search.page);
  const c = text(search.c, 200);
  const ask = text(search.ask, 4_000);
  const doc = text(search.doc, 36);
  const q = text(search.q, 1_000);
  return {
    ...(c ? { c } : {}),
    ...(ask ? { ask } : {}),
    ...(about.length > 0 ? { about } : {}),
    ...(doc && uuid.test(doc) ? { doc, ...(Number.isInteger(page) && page > 0 ? { page } : {}), ...(q ? { q } : {}) } : {}),
  };
};

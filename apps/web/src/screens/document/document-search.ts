/** Of a document's address: the page to open at, the words to light up on it, and the panel beside it. */
export type DocumentSearch = { page?: number; q?: string; panel?: Panel };

export const panels = ['details', 'text', 'similar', 'history'] as const;
export type Panel = (typeof panels)[number] | 'view';

/** Reads what of an address is meant for the document's screen; the rest is dropped. */
export const readDocumentSearch = (search: Record<string, unknown>): DocumentSearch => {
  const page = Number(search.page);
  const panel = [...panels, 'view' as const].find((one) => one === search.panel);
  return {
    ...(Number.isInteger(page) && page > 0 ? { page } : {}),
    ...(typeof search.q === 'string' || typeof search.q === 'number' ? { q: String(search.q).slice(0, 500) } : {}),
    ...(panel ? { panel } : {}),
  };
};

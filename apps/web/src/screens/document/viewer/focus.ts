/** What the viewer shall show: a page, and words to light up on it. `nonce` changes when the same is asked for again. */
export type Focus = { page: number | null; wanted: readonly string[]; loose: boolean; nonce: number };

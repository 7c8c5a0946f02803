/** What the viewer shall show: a page, and words to light up on it. `nonce` changes when the same is asked for again. */
export type Focus = { page: number | null; wanted: readonly string[]; loose: boolean; nonce: number };

/** Whether something was asked for and not found. */
export const isMissed = (focus: Focus | null, found: readonly unknown[]): boolean => focus !== null && focus.wanted.length > 0 && found.length === 0;

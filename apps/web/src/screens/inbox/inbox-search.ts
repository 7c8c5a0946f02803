export type InboxSearch = { show?: 'unread' };

/** Reads which notices an address means. */
export const readInboxSearch = (search: Record<string, unknown>): InboxSearch => (search.show === 'unread' ? { show: 'unread' } : {});

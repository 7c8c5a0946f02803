/** Names of what is cached. Everything of documents begins alike, so that one call makes all of it stale. */
export const keys = {
  documents: ['documents'] as const,
  lists: ['documents', 'list'] as const,
  document: (id: string) => ['documents', 'one', id] as const,
  folders: ['folders'] as const,
  tags: ['tags'] as const,
  views: ['views'] as const,
  kept: ['kept'] as const,
  counts: ['documents', 'counts'] as const,
  search: ['documents', 'search'] as const,
  conversations: ['conversations'] as const,
  conversation: (id: string) => ['conversations', id] as const,
  profile: ['account', 'profile'] as const,
  sessions: ['account', 'sessions'] as const,
  trail: ['account', 'trail'] as const,
  factors: ['account', 'factors'] as const,
};

import type { Deps } from '../context.ts';

type Services = Pick<Deps, 'models' | 'translator'>;
export type Recipient = { provider: string; host: string };

/** Whom texts may go to, in the order in which they are asked; a translator, where there is one, is asked first to translate. */
export const recipientsOf = ({ models, translator }: Services): Recipient[] =>
  [...(translator ? [translator] : []), ...models].map(({ provider, host }) => ({ provider, host }));

/**
 * The recipient that a consent names: every provider and where it is reached. One more, or one at another address, is asked for anew.
 * Null where there is none.
 */
export const recipientOf = (services: Services): string | null => {
  const all = recipientsOf(services).map(({ provider, host }) => `${provider} ${host}`).sort();
  return all.length === 0 ? null : all.join(', ').slice(0, 300);
};

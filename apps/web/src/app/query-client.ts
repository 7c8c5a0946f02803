import { QueryClient } from '@tanstack/react-query';
import { VaultError } from '../api/vault-api.ts';

const mostTries = 2;

/** Refusals are final; what the network or the server dropped is tried again. */
const worthTrying = (failures: number, error: Error): boolean =>
  failures < mostTries && (!(error instanceof VaultError) || error.status === 0 || error.status >= 500);

/** What the app has read, kept fresh by events more than by age. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: worthTrying }, mutations: { retry: false } } });

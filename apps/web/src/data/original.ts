import type { VaultApi } from '../api/vault-api.ts';
import type { DeviceStore } from './device/device-store.ts';
import { keptBytes } from './kept.ts';

/** A document's original bytes: from the device where it is kept there, else from the vault. */
export const originalBytes = async (api: VaultApi, device: Promise<DeviceStore> | null, { id, version }: { id: string; version: number }, signal: AbortSignal): Promise<ArrayBuffer> =>
  (await keptBytes(device, id, version)) ?? (await api.call(`documents/${id}/file?inline=1&version=${version}`, { signal })).arrayBuffer();

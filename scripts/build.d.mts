export const bundleForNode: (entries: Record<string, string>, outdir?: string) => Promise<unknown>;
export const workerEntries: Record<string, string>;
export const buildAll: () => Promise<unknown>;

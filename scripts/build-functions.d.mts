export const buildFunctions: () => Promise<string[]>;

export function buildFunctions(names?: string[]): Promise<string[]>;

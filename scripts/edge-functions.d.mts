export const edgeFunctions: string[];

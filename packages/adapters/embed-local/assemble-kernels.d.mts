/** The WebAssembly text at `url` as base64 of its binary. */
export function assemble(url: URL): Promise<string>;

/** Where the vault is and the public key of its auth server; asked once at start. */
export type ClientConfig = { supabaseUrl: string; supabaseAnonKey: string; version: string };

/** Reads /config.json of the server that served this page. */
export const loadConfig = async (): Promise<ClientConfig> => {
  // Asked for by the page itself already (index.html): the same request, or it would be sent twice.
  const answer = await fetch('/config.json');
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as ClientConfig;
};

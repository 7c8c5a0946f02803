/** Addresses that a server listens on by default, and that mean nothing to a client elsewhere. */
const isLocal = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(host);

/**
 * The absolute address of an upload: below the path that was asked, on the configured public address, or, where that
 * is only the address listened on, on the host that the client itself used.
 */
export const locationOf = (publicUrl: string, requestUrl: string, id: string): string => {
  const asked = new URL(requestUrl);
  const configured = new URL(publicUrl);
  const base = isLocal(configured.hostname) ? asked.origin : `${configured.origin}${configured.pathname.replace(/\/+$/, '')}`;
  return `${base}${asked.pathname.replace(/\/+$/, '')}/${id}`;
};

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

/**
 * The absolute address of an upload: below the path that was asked, on the configured public address, or, where that
 * is only the loopback default, on the host that the client itself used.
 */
export const locationOf = (publicUrl: string, requestUrl: string, id: string): string => {
  const asked = new URL(requestUrl);
  const configured = new URL(publicUrl);
  const base = isLoopback(configured.hostname) ? asked.origin : `${configured.origin}${configured.pathname.replace(/\/+$/, '')}`;
  return `${base}${asked.pathname.replace(/\/+$/, '')}/${id}`;
};

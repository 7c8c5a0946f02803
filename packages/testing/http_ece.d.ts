declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';
  /** Opens what RFC 8188 sealed. */
  const ece: { decrypt(body: Buffer, options: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string }): Buffer };
  export = ece;
}

const encoder = new TextEncoder();

/** A data key wrapped by a master key. `bytes` is nonce (12) followed by ciphertext and tag (48). */
export type WrappedKey = { version: number; bytes: Uint8Array<ArrayBuffer> };

/** Versioned master keys. New data keys are wrapped by the highest version; older versions still unwrap. */
export type Keyring = {
  readonly current: number;
  wrap(dataKey: Uint8Array<ArrayBuffer>, context: string): Promise<WrappedKey>;
  unwrap(wrapped: WrappedKey, context: string): Promise<Uint8Array<ArrayBuffer>>;
};

/** Raised when a wrapped key names a master key that is not loaded, or does not open with it. */
export class KeyUnavailable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeyUnavailable';
  }
}

/** The secret's bytes: 64 hex digits or 44 characters of base64 are decoded, anything else is taken as UTF-8. */
const secretBytes = (secret: string): Uint8Array<ArrayBuffer> => {
  if (/^[0-9a-f]{64}$/i.test(secret)) {
    return Uint8Array.from(secret.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  }
  if (/^[A-Za-z0-9+/]{43}=$/.test(secret)) {
    return Uint8Array.from(atob(secret), (c) => c.charCodeAt(0));
  }
  return encoder.encode(secret);
};

const deriveMasterKey = async (secret: string, version: number): Promise<CryptoKey> => {
  const material = secretBytes(secret);
  if (material.length < 32) throw new Error(`ENCRYPTION_KEY version ${version} must hold at least 32 bytes`);
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode(`docuvault master key v${version}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/**
 * Builds a keyring from master secrets by version (1, 2, …). Each secret holds at least 32 bytes
 * (hex, base64 or text) and is stretched by HKDF-SHA-256, so that no secret is used as a key as it stands.
 */
export const createKeyring = async (secrets: ReadonlyMap<number, string>): Promise<Keyring> => {
  const keys = new Map<number, CryptoKey>();
  for (const [version, secret] of secrets) keys.set(version, await deriveMasterKey(secret, version));
  const current = Math.max(...keys.keys());
  if (!Number.isInteger(current)) throw new Error('a keyring needs at least one master key');
  const key = (version: number) => {
    const found = keys.get(version);
    if (!found) throw new KeyUnavailable(`master key version ${version} is not loaded`);
    return found;
  };
  const parameters = (nonce: Uint8Array<ArrayBuffer>, version: number, context: string) => ({
    name: 'AES-GCM',
    iv: nonce,
    additionalData: encoder.encode(`docuvault data key v${version} ${context}`),
  });
  return {
    current,
    async wrap(dataKey, context) {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(parameters(nonce, current, context), key(current), dataKey);
      const bytes = new Uint8Array(12 + sealed.byteLength);
      bytes.set(nonce);
      bytes.set(new Uint8Array(sealed), 12);
      return { version: current, bytes };
    },
    async unwrap(wrapped, context) {
      const nonce = wrapped.bytes.slice(0, 12);
      try {
        const opened = await crypto.subtle.decrypt(
          parameters(nonce, wrapped.version, context),
          key(wrapped.version),
          wrapped.bytes.slice(12),
        );
        return new Uint8Array(opened);
      } catch (error) {
        if (error instanceof KeyUnavailable) throw error;
        throw new KeyUnavailable(`a data key does not open with master key version ${wrapped.version}`);
      }
    },
  };
};

type Policy = { createScriptURL(url: string): string };
type Factory = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy };

/** Only scripts of this origin become workers, also where Trusted Types are enforced (policy name `docuvault`). */
const sameOrigin = (url: string): string => {
  const whole = new URL(url, location.href);
  if (whole.origin !== location.origin) throw new Error('a worker has to come from this origin');
  return whole.href;
};

/** A policy can be made once a page. */
let policy: Policy | undefined;

/** An address of our own build as the browser wants it where scripts are named. */
export const trustedScript = (url: string): string => {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  policy ??= factory ? factory.createPolicy('docuvault', { createScriptURL: sameOrigin }) : { createScriptURL: sameOrigin };
  return policy.createScriptURL(url);
};

/** A module worker from an address of our own build. */
export const createTrustedWorker = (url: string): Worker => new Worker(trustedScript(url), { type: 'module' });

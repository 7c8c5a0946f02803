/** A person with a verified access token. `claims` is the token's payload as policies read it. */
export type UserActor = {
  readonly role: 'authenticated';
  readonly userId: string;
  readonly sessionId: string | null;
  readonly email: string | null;
  readonly aal: string;
  readonly claims: Record<string, unknown>;
  /** What a key of the person's may do; a session may do everything and has none. */
  readonly scopes?: readonly string[];
};

/** Someone with the public key only. */
export type AnonActor = { readonly role: 'anon' };

/** A holder of the service-role key: operators and cron. */
export type ServiceActor = { readonly role: 'service_role' };

export type Actor = UserActor | AnonActor | ServiceActor;

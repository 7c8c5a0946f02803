/** Why the auth server did not do it: `taken` (the address has an account), `weak` (the password), `missing` (no such account), `down`. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  readonly why: 'taken' | 'weak' | 'missing' | 'down';

  constructor(why: AccountRefused['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/**
 * Makes and changes accounts as the operator of the auth server. `marks` are facts of an account that its holder cannot
 * change. An address given here counts as confirmed. A new password ends the account's sessions. Rejects with `AccountRefused`.
 */
export type AccountAdmin = {
  create(account: { email: string; password: string; fullName: string; marks: Record<string, unknown> }): Promise<{ id: string }>;
  change(id: string, changes: { email?: string; password?: string }): Promise<void>;
  remove(id: string): Promise<void>;
};

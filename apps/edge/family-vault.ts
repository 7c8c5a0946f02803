import process from 'node:process';
import { createSupabaseAccounts } from '@docuvault/auth-supabase/supabase-accounts.ts';
import { createProviderPace } from '@docuvault/vault/reminder-engine/provider-pace.ts';
import { familyVaultRoom } from '@docuvault/vault/family-vault/family-vault.routes.ts';
import { readChannelConfig } from '../server/channel-config.ts';
import { openMail } from '../server/open-mail.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

export default edgeFunction((deps) => {
  const [url, serviceKey] = [setting('SUPABASE_URL'), setting('SUPABASE_SERVICE_ROLE_KEY')];
  const mailer = openMail(readChannelConfig(process.env), createProviderPace(deps.db, deps.clock));
  return familyVaultRoom({
    ...deps, mailer, publicUrl: setting('PUBLIC_URL') ?? url, siteUrl: setting('FRONTEND_URL') ?? setting('PUBLIC_URL'),
    accounts: url && serviceKey ? createSupabaseAccounts({ url: `${url}/auth/v1`, serviceKey }) : undefined,
  });
});

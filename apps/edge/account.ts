import { createObjectRemover } from '@docuvault/storage-supabase/remove-objects.ts';
import { accountRoom } from '@docuvault/vault/account/account.routes.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

/** What a person has in the project's buckets goes with their account. */
export default edgeFunction((deps) => {
  const [url, serviceKey] = [setting('SUPABASE_URL'), setting('SUPABASE_SERVICE_ROLE_KEY')];
  return accountRoom({
    ...deps,
    publicUrl: setting('PUBLIC_URL') ?? url,
    removeObjects: url && serviceKey ? createObjectRemover({ url, serviceKey }, ['documents', 'thumbnails', 'avatars']) : undefined,
  });
});

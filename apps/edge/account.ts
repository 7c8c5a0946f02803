import process from 'node:process';
import { createObjectRemover } from '@docuvault/storage-supabase/remove-objects.ts';
import { accountRoom } from '@docuvault/vault/account/account.routes.ts';
import { readModelConfig } from '../server/model-config.ts';
import { openModels } from '../server/open-models.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

/** What a person has in the project's buckets goes with their account. Whom models' consent would name is the same as for the functions that ask them. */
export default edgeFunction((deps) => {
  const [url, serviceKey] = [setting('SUPABASE_URL'), setting('SUPABASE_SERVICE_ROLE_KEY')];
  return accountRoom({
    ...deps, ...openModels(readModelConfig(process.env)),
    publicUrl: setting('PUBLIC_URL') ?? url,
    removeObjects: url && serviceKey ? createObjectRemover({ url, serviceKey }, ['documents', 'thumbnails', 'avatars']) : undefined,
  });
});

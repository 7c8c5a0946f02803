import process from 'node:process';
import { createProviderPace } from '@docuvault/vault/reminder-engine/provider-pace.ts';
import { reminderEngineRoom } from '@docuvault/vault/reminder-engine/reminder-engine.routes.ts';
import { readChannelConfig } from '../server/channel-config.ts';
import { openChannels } from '../server/open-channels.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

export default edgeFunction((deps) =>
  reminderEngineRoom({
    ...deps, publicUrl: setting('PUBLIC_URL') ?? setting('SUPABASE_URL'), siteUrl: setting('FRONTEND_URL'),
    // The guide has this secret set; the API that it belonged to is no more, and no reason not to start.
    ...openChannels(readChannelConfig(process.env), setting('JWT_SECRET') ?? setting('SUPABASE_JWT_SECRET') ?? setting('ENCRYPTION_KEY'), setting('PUBLIC_URL') ?? setting('SUPABASE_URL'), createProviderPace(deps.db, deps.clock)),
  }),
);

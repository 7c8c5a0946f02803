import './styles.css';
import { createRoot } from 'react-dom/client';
import { loadConfig } from './api/config.ts';
import { createSupabase } from './api/supabase.ts';
import { createVaultApi } from './api/vault-api.ts';
import { App } from './app/app.tsx';
import { createConnection } from './app/connection.ts';
import { createQueryClient } from './app/query-client.ts';
import { createAppRouter } from './app/router.ts';
import { followTheme } from './app/theme.ts';
import { Unreachable } from './app/unreachable.tsx';
import { loadTexts, preferredLanguage } from './i18n/texts-of.ts';

const start = async (): Promise<void> => {
  followTheme();
  const root = createRoot(document.getElementById('root')!);
  const language = preferredLanguage();
  const [texts, config] = await Promise.all([loadTexts(language), loadConfig().catch(() => null)]);
  document.documentElement.lang = language;
  if (!config) {
    root.render(<Unreachable text={texts['common.unreachable']} retry={texts['common.retry']} />);
    return;
  }
  const supabase = createSupabase(config);
  const connection = createConnection(() => fetch(`${config.supabaseUrl}/functions/v1/health-check/live`, { cache: 'no-store' }).then(() => true));
  root.render(<App supabase={supabase} connection={connection} api={createVaultApi(config, supabase, connection)} queries={createQueryClient(connection)} router={createAppRouter()} first={{ language, texts }} />);
};

void start();

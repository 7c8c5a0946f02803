import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Supabase } from '../api/supabase.ts';
import type { VaultApi } from '../api/vault-api.ts';
import type { Texts } from '../i18n/en.ts';
import { LanguageProvider } from '../i18n/language.tsx';
import type { Language } from '../i18n/texts-of.ts';
import type { createAppRouter } from './router.ts';
import { SessionProvider } from './session.tsx';
import { ShortcutsProvider } from './shortcuts.tsx';
import { ToastProvider } from './toasts.tsx';
import { UploadsProvider } from './uploads/uploads-provider.tsx';
import { DeviceProvider } from './device.tsx';
import { ConnectionContext, type Connection } from './connection.ts';

type Props = { supabase: Supabase; connection: Connection; api: VaultApi; queries: QueryClient; router: ReturnType<typeof createAppRouter>; first: { language: Language; texts: Texts } };

/** What every screen stands on. */
export const App = ({ supabase, connection, api, queries, router, first }: Props) => (
  <LanguageProvider first={first}>
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <SessionProvider supabase={supabase} api={api}>
          <ShortcutsProvider>
            <ToastProvider>
              <DeviceProvider>
                <UploadsProvider>
                  <RouterProvider router={router} />
                </UploadsProvider>
              </DeviceProvider>
            </ToastProvider>
          </ShortcutsProvider>
        </SessionProvider>
      </QueryClientProvider>
    </ConnectionContext>
  </LanguageProvider>
);

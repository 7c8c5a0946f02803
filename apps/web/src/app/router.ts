import { createRouter } from '@tanstack/react-router';
import { ErrorPage } from './error-page.tsx';
import { ScreenPending } from './screen-pending.tsx';
import { routeTree } from './routes.tsx';

/** So long the screen before stays; then the next is shown as a skeleton. */
const pendingAfterMs = 300;

export const createAppRouter = () =>
  createRouter({ routeTree, defaultPreload: 'intent', defaultErrorComponent: ErrorPage, defaultPendingComponent: ScreenPending, defaultPendingMs: pendingAfterMs, defaultPendingMinMs: 0, scrollRestoration: true, scrollToTopSelectors: ['#main'] });

declare module '@tanstack/react-router' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

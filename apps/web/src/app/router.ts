import { createRouter } from '@tanstack/react-router';
import { ErrorPage } from './error-page.tsx';
import { routeTree } from './routes.tsx';

export const createAppRouter = () =>
  createRouter({ routeTree, defaultPreload: 'intent', defaultErrorComponent: ErrorPage, scrollRestoration: true, scrollToTopSelectors: ['#main'] });

declare module '@tanstack/react-router' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

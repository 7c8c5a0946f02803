import { trustedScript } from './trusted-worker.ts';

const lookAgainMs = 60 * 60_000;

/**
 * Registers the worker that opens the app without a network. `onUpdate` is called with a function that switches to the
 * new release, once one is there and waits. Resolves with the way to stop looking for new ones.
 */
export const registerServiceWorker = async (onUpdate: (switchOver: () => void) => void): Promise<() => void> => {
  const registration = await navigator.serviceWorker.register(trustedScript('/sw.js'));
  const tell = (worker: ServiceWorker) => {
    onUpdate(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => { location.reload(); }, { once: true });
      worker.postMessage('take-over');
    });
  };
  if (registration.waiting && navigator.serviceWorker.controller) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // The first one of all takes over by itself: there is nothing to switch from.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) tell(worker);
    });
  });
  const timer = setInterval(() => void registration.update().catch(() => undefined), lookAgainMs);
  return () => { clearInterval(timer); };
};

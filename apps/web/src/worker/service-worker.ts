/*
 * Lets the app open without a network. It keeps the app's own files, which are the same for everybody, and nothing that a
 * token was needed for: what people keep offline lies sealed in the device's database.
 */
type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetch = Extendable & { request: Request; preloadResponse: Promise<Response | undefined>; respondWith(answer: Promise<Response>): void };
type Message = Extendable & { data: unknown; ports: readonly MessagePort[] };
type Push = Extendable & { data: { json(): unknown } | null };
type Click = Extendable & { notification: Notification };
type OpenWindow = { url: string; focus(): Promise<unknown>; postMessage(message: unknown): void };
type Scope = {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
  addEventListener(type: 'push', listener: (event: Push) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Click) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(which: { type: 'window' }): Promise<readonly OpenWindow[]>; openWindow(url: string): Promise<unknown> };
  registration: { navigationPreload?: { enable(): Promise<void> }; showNotification(title: string, options: NotificationOptions): Promise<void> };
};
/** Put in by the build: a name for this release, its files, and what the PDF viewer asks for by name. */
declare const __RELEASE__: string;
declare const __SHELL__: readonly string[];
declare const __VIEWER__: readonly string[];

const scope = globalThis as unknown as Scope;
const shellCache = `docuvault-shell-${__RELEASE__}`;
/** Files that never change under their name; they outlive releases. */
const lastingCache = 'docuvault-lasting';
const page = '/';
const patienceMs = 4_000;
/** Answers of the vault: never touched, never kept. */
const ofVault = /^\/(functions|auth|storage|docs|metrics)(\/|$)/;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shellCache);
      await cache.addAll(__SHELL__.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })));
      // The page that brought this worker has read it already, and may be the last one to see the network.
      await (await caches.open(lastingCache)).add(new Request('/config.json', { cache: 'reload' }));
    })(),
  );
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith('docuvault-shell-') && name !== shellCache).map((name) => caches.delete(name)));
      await scope.registration.navigationPreload?.enable();
      await scope.clients.claim();
    })(),
  );
});

const kept = async (path: string): Promise<Response | undefined> => (await (await caches.open(shellCache)).match(path)) ?? undefined;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_resolve, reject) => { setTimeout(reject, patienceMs, new Error('too late')); })]);

/** The newest page while the server answers, so that nobody is held on an old release; else the one that is kept with its files. */
const answerPage = async (event: Fetch): Promise<Response> => {
  const fresh = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  try {
    const answer = await within(fresh);
    if (answer.status < 500) return answer;
  } catch {
    // No network, or one that does not answer.
  }
  return (await kept(page)) ?? fresh;
};

/** Where the vault is: public, and needed before anybody can be known. */
const answerConfig = async (request: Request): Promise<Response> => {
  const cache = await caches.open(lastingCache);
  try {
    const answer = await within(fetch(request));
    if (!answer.ok) throw new Error('no configuration');
    await cache.put('/config.json', answer.clone());
    return answer;
  } catch {
    return (await cache.match('/config.json')) ?? Response.error();
  }
};

const answerFile = async (request: Request, path: string): Promise<Response> => {
  const found = (await kept(path)) ?? (await (await caches.open(lastingCache)).match(path));
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && path.startsWith('/assets/pdfjs/')) await (await caches.open(lastingCache)).put(path, answer.clone());
  return answer;
};

/** Files that another app has shared with this one, until the page asks for them: in memory, never on the disk. */
let shared: File[] = [];

const takeShared = async (request: Request): Promise<Response> => {
  const form = await request.formData();
  shared = form.getAll('files').filter((part) => part instanceof File);
  return Response.redirect(`${page}?shared=${shared.length}`, 303);
};

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === 'POST' && origin === location.origin && pathname === '/share') {
    event.respondWith(takeShared(request));
    return;
  }
  if (request.method !== 'GET' || origin !== location.origin || ofVault.test(pathname) || request.headers.has('range')) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event));
  else if (pathname === '/config.json') event.respondWith(answerConfig(request));
  else if (pathname.startsWith('/assets/') || __SHELL__.includes(pathname)) event.respondWith(answerFile(request, pathname));
});

/**
 * `take-over`: the person wants the new release now. `keep-viewer`: a document was kept offline, so its viewer has to be there
 * as well. `give-shared`: the page is ready for what was shared.
 */
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  if (event.data === 'give-shared') {
    event.ports[0]?.postMessage(shared);
    shared = [];
  }
  if (event.data === 'keep-viewer') {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(lastingCache);
        const missing = (await Promise.all(__VIEWER__.map(async (path) => ((await cache.match(path)) ? [] : [path])))).flat();
        await cache.addAll(missing);
      })(),
    );
  }
});

/** A place of this app; anything else is not followed. */
const ownPath = (url: unknown): string => {
  const whole = typeof url === 'string' ? URL.parse(url, location.origin) : null;
  return whole?.origin === location.origin ? `${whole.pathname}${whole.search}` : '/inbox';
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

// A push without anything to show would be shown by the browser in words of its own.
scope.addEventListener('push', (event) => {
  const said = (event.data?.json() ?? {}) as { id?: unknown; title?: unknown; body?: unknown; url?: unknown };
  event.waitUntil(scope.registration.showNotification(text(said.title) || 'DocuVault AI', {
    body: text(said.body), tag: text(said.id), icon: '/icon-192.png', badge: '/icon-192.png', data: { path: ownPath(said.url) },
  }));
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path = ownPath((event.notification.data as { path?: unknown } | null)?.path);
  event.waitUntil(
    (async () => {
      const [open] = await scope.clients.matchAll({ type: 'window' });
      if (!open) return scope.clients.openWindow(path);
      open.postMessage({ go: path });
      return open.focus();
    })(),
  );
});

/**
 * The service worker of the shop: where there is no network, a page says so in the reader's
 * language. It keeps that page and what it is drawn with, and nothing else: what other pages say
 * is their reader's, or old by the time.
 */

/** Put in its place by the build: what is kept, and a name that no other build has. */
declare const KEPT: { readonly version: string; readonly files: readonly string[] };

/** The platform's names, as far as they are needed: its types do not fit beside a page's. */
interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Waiting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: {
    readonly navigationPreload?: { enable(): Promise<void> };
  };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(on: "install" | "activate", then: (event: Waiting) => void): void;
  addEventListener(on: "fetch", then: (event: Asking) => void): void;
}

const worker = self as unknown as Worker;
const PAGES = ["/senza-rete", "/en/senza-rete"] as const;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(go(event));
  else if (KEPT.files.includes(new URL(request.url).pathname)) event.respondWith(kept(request));
});

/** Asked for by nobody in particular: what is kept is nobody's page. */
async function install(): Promise<void> {
  const cache = await caches.open(KEPT.version);
  const wanted = [...PAGES, ...KEPT.files];
  await cache.addAll(
    wanted.map((path) => new Request(path, { credentials: "omit", cache: "no-cache" })),
  );
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name !== KEPT.version);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The page is asked for while this wakes up, so that nobody waits for it.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

async function go({ request, preloadResponse }: Asking): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    const isEnglish = /^\/en(\/|$)/.test(new URL(request.url).pathname);
    return (await caches.match(PAGES[isEnglish ? 1 : 0])) ?? Response.error();
  }
}

/** A file by its digest is the same wherever it comes from. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

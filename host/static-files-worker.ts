import type { Fetcher } from "@cloudflare/workers-types";

interface Bindings {
  /** workerd's own file server over `build/public`. */
  readonly DISK: Fetcher;
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
  woff2: "font/woff2",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

const hashed = /\.[0-9a-f]{12}\.\w+$|-[\w-]{8}\.\w+$/;

/**
 * Static files on one machine, bound as ASSETS like Cloudflare's: GET and HEAD by exact path, 404
 * for anything else. Files under a digest may be kept for ever (`_headers` says so at Cloudflare).
 */
export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const { pathname } = new URL(request.url);
    const type = types[/\.(\w+)$/.exec(pathname)?.[1] ?? ""];
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || type === undefined || !/^[\w./-]+$/.test(pathname)) return missing();
    const file = await env.DISK.fetch(`http://disk${pathname}`, { method: request.method });
    if (file.status !== 200) {
      await file.body?.cancel();
      return missing();
    }
    const etag = `"${file.headers.get("content-length")}-${file.headers.get("last-modified")}"`;
    const headers = {
      "content-type": type,
      "cache-control": hashed.test(pathname) ? forEver : "public, max-age=0, must-revalidate",
      "x-content-type-options": "nosniff",
      etag,
    };
    if (request.headers.get("if-none-match") === etag) {
      await file.body?.cancel();
      return new Response(null, { status: 304, headers });
    }
    return new Response(file.body as BodyInit | null, { headers });
  },
};

const forEver = "public, max-age=31536000, immutable";

function missing(): Response {
  return new Response("Not found\n", { status: 404, headers: { "content-type": "text/plain" } });
}

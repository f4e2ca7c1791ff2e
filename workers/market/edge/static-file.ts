import type { Context } from "hono";
import type { Edge } from "./env.ts";

/**
 * A file of the build, where there is one by that path. At Cloudflare files are served before the
 * Worker is asked; on one machine the Worker asks for them.
 */
export async function staticFile(c: Context<Edge>): Promise<Response | null> {
  const { method, url } = c.req;
  if (c.env.ASSETS === undefined || (method !== "GET" && method !== "HEAD")) return null;
  const found = await c.env.ASSETS.fetch(url, { method });
  if (found.status === 200) {
    c.set("answered", "file");
    // Headers of what was fetched cannot be changed: an answer of our own carries the same.
    return new Response(found.body as BodyInit | null, { headers: [...found.headers] });
  }
  await found.body?.cancel();
  return null;
}

import { startFaultProxy } from "./fault-proxy.ts";
import type { Market } from "./market.ts";

/** A market whose round trips to the database are counted, from when this is called. */
export async function countTrips(market: Market) {
  const proxy = await startFaultProxy(market.env.DATABASE_URL);
  Object.assign(market.env, { DATABASE_URL: proxy.url });
  return {
    /** What a deed came to, and how many round trips it took. */
    of: async <T>(deed: () => Promise<T>): Promise<readonly [T, number]> => {
      const before = proxy.posts();
      const came = await deed();
      return [came, proxy.posts() - before];
    },
    close: () => proxy.close(),
  };
}

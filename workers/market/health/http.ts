import { Hono } from "hono";
import type { Edge } from "#market/edge/env.ts";
import { readClock } from "#ports/clock.ts";
import { openDatabase } from "#ports/database.ts";
import { healthOf } from "#store/health.ts";

/** How the network is: database, migrations, age of cron and of the oldest unsent after-effect. */
export const health = new Hono<Edge>().get("/", async (c) => {
  c.header("Cache-Control", "no-store");
  const { now } = await readClock(c.env.CLOCK);
  const place = { url: c.env.DATABASE_URL, token: c.env.DATABASE_TOKEN };
  try {
    const found = await healthOf(openDatabase(place), now());
    return c.json({ status: "ok", ...found }, 200);
  } catch {
    return c.json({ status: "failing", database: "unreachable" }, 503);
  }
});

import { Hono } from "hono";
import type { Edge } from "#market/edge/env.ts";
import { takePulse } from "./actions.ts";

/** How the network is: database, migrations, age of cron and of the oldest unsent after-effect. */
export const health = new Hono<Edge>().get("/", async (c) => {
  c.header("Cache-Control", "no-store");
  const pulse = await takePulse(c.env);
  return c.json(pulse, pulse.status === "ok" ? 200 : 503);
});

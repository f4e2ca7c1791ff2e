import type { ExecutionContext, ScheduledController } from "@cloudflare/workers-types";
import { app } from "./app.ts";
import type { Bindings } from "./edge/env.ts";
import { runJobs } from "./jobs/run-jobs.ts";

/** The market Worker: pages and API, and what has to happen every minute. */
export default {
  fetch: (request: globalThis.Request, env: Bindings, context: ExecutionContext) =>
    app.fetch(request, env, context),
  scheduled: (_controller: ScheduledController, env: Bindings) => runJobs(env),
};

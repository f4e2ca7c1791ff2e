import type { ExecutionContext, ScheduledController } from "@cloudflare/workers-types";
import { app } from "./app.ts";
import type { Bindings } from "./edge/env.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { sendSoon } from "./jobs/send-soon.ts";

/** The market Worker: pages and API, and what has to happen every minute. */
export default {
  fetch: (request: globalThis.Request, env: Bindings, context: ExecutionContext) =>
    answer(request, env, context),
  scheduled: (_controller: ScheduledController, env: Bindings) => runJobs(env),
};

/** Answers, and then sends what the answer's deed left to be sent, if it left anything. */
async function answer(request: globalThis.Request, env: Bindings, context: ExecutionContext) {
  let isLeft = false;
  const noticed = () => {
    isLeft = true;
  };
  const response = await app.fetch(request, { ...env, LEFT_BEHIND: noticed }, context);
  if (isLeft) context.waitUntil(sendSoon(env));
  return response;
}

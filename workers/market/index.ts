import type { ExecutionContext, ScheduledController } from "@cloudflare/workers-types";
import { app } from "./app.ts";
import type { Bindings, Seen } from "./edge/env.ts";
import { runJobs } from "./jobs/run-jobs.ts";
import { writeSeen } from "./jobs/see-session.ts";
import { sendSoon } from "./jobs/send-soon.ts";

/** The market Worker: pages and API, and what has to happen every minute. */
export default {
  fetch: (request: globalThis.Request, env: Bindings, context: ExecutionContext) =>
    answer(request, env, context),
  scheduled: (_controller: ScheduledController, env: Bindings) => runJobs(env),
};

/** Answers, and then does what nobody has to wait for: sends what is left, notes who was here. */
async function answer(request: globalThis.Request, env: Bindings, context: ExecutionContext) {
  let isLeft = false;
  const used: Seen[] = [];
  const told = {
    LEFT_BEHIND: () => {
      isLeft = true;
    },
    SESSION_SEEN: (seen: Seen) => {
      used.push(seen);
    },
  };
  const response = await app.fetch(request, { ...env, ...told }, context);
  if (isLeft) context.waitUntil(sendSoon(env));
  const [seen] = used;
  if (seen !== undefined) context.waitUntil(writeSeen(env, seen));
  return response;
}

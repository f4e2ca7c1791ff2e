import { Hono } from "hono";
import * as v from "valibot";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listLetters, sendLetterAgain } from "./actions.ts";
import { hearNews } from "./news-actions.ts";

const state = v.picklist([
  "queued",
  "withheld",
  "refused",
  "sent",
  "delivered",
  "bounced",
  "complained",
]);

const Letter = v.object({
  id: v.number(),
  kind: v.string(),
  to: v.nullable(v.string()),
  state,
  stateAt: instantMs,
  reason: v.nullable(v.string()),
  queuedAt: instantMs,
  repeats: v.nullable(v.number()),
  canBeRepeated: v.boolean(),
});

const Query = v.strictObject({ ...rowPageQuery, state: v.optional(state) });
const Param = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{1,15}$/, "the number of a letter"), v.transform(Number)),
});

export const letters = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Letters and what became of them, the newest first; never what they say",
      area: "letters",
      answers: { 200: pageOf(Letter) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", Query),
    async (c) => {
      const { state: wanted, ...page } = c.req.valid("query");
      const asked = { ...askedRows(page), state: wanted ?? null };
      return show(c, await listLetters(c.var.request, asked));
    },
  )
  .post(
    "/:id/sendings",
    endpoint({
      summary: "Sends a letter once more, to the same address",
      area: "letters",
      answers: {
        201: v.object({ repeats: v.number(), state: v.literal("queued"), queuedAt: instantMs }),
      },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "not-found",
        "letter-waiting",
        "letter-forgotten",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("param", Param),
    async (c) => answer(c, await sendLetterAgain(c.var.request, c.req.valid("param").id)),
  );

/** What the carrier tells. Its body is checked by its signature, then by the port that reads it. */
export const mailEvents = new Hono<Edge>().post(
  "/",
  endpoint({
    summary: "News of letters, signed by the mail service (Svix headers)",
    area: "letters",
    answers: { 200: v.object({ heard: v.literal(true) }) },
    refusals: ["news-unsigned", "key-missing", "key-reused"],
  }),
  async (c) => {
    const arrived = {
      id: c.req.header("svix-id"),
      timestamp: c.req.header("svix-timestamp"),
      signature: c.req.header("svix-signature"),
      body: c.var.bodyText,
    };
    return answer(c, await hearNews(c.var.request, arrived, c.env.MAIL_EVENTS_SECRET));
  },
);

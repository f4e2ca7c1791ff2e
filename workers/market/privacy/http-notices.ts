import { Hono } from "hono";
import * as v from "valibot";
import { FIXED_LETTERS, OPTIONAL_LETTERS } from "#domain/notices/choices.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { chooseNotices, showNotices } from "./notices.ts";

const notice = v.picklist(OPTIONAL_LETTERS);
const textVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000));

const Notices = v.object({
  notices: v.array(v.object({ key: notice, isWanted: v.boolean(), since: v.nullable(instantMs) })),
  fixed: v.array(
    v.object({ key: v.picklist(FIXED_LETTERS.map(({ key }) => key)), why: v.string() }),
  ),
  textVersion,
});

const Body = v.strictObject({
  wanted: v.pipe(v.array(notice), v.maxLength(OPTIONAL_LETTERS.length)),
  textVersion,
});

/** Which letters whoever is signed in wants. */
export const ownNotices = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "Which letters one wants, and which go out whatever one chooses",
      area: "notices",
      answers: { 200: Notices },
      refusals: ["not-signed-in", "not-allowed"],
    }),
    async (c) => show(c, await showNotices(c.var.request)),
  )
  .put(
    "/",
    endpoint({
      summary: "Chooses the letters one wants; the others are not sent",
      area: "notices",
      answers: { 200: Notices },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "invalid-input",
        "key-missing",
        "key-reused",
        "consent-text-changed",
      ],
    }),
    validated("json", Body),
    async (c) => answer(c, await chooseNotices(c.var.request, c.req.valid("json"), "api")),
  );

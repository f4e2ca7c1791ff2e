import { Hono } from "hono";
import * as v from "valibot";
import { isArticleNumber, MOST_ARTICLE_CHARACTERS } from "#domain/governance/statute.ts";
import { instant } from "#domain/kernel/instant.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { count, identifier, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { exportRules, showRule, showRules } from "./actions.ts";
import { decideRule } from "./decide-rule.ts";

const Rule = v.object({
  key: v.string(),
  area: v.picklist([
    "prices",
    "payments",
    "orders",
    "problems",
    "privacy",
    "surplus",
    "government",
    "statute",
  ]),
  unit: v.picklist(["cents", "basis-points", "minutes", "days", "choice", "text"]),
  default: v.string(),
  least: v.optional(v.number()),
  most: v.optional(v.number()),
  choices: v.optional(v.array(v.string())),
  legalFloor: v.optional(v.string()),
  subject: v.picklist(["network", "enterprise", "article"]),
  baseInstant: v.picklist(["placing", "close", "now", "year"]),
  policy: v.nullable(v.picklist(["rules", "statute"])),
  timelockDays: v.number(),
  affects: v.array(v.picklist(["producers", "buyers", "members"])),
});
const version = {
  key: v.string(),
  subject: v.string(),
  version: v.number(),
  value: v.string(),
  effectiveAt: instantMs,
  expiresAt: v.nullable(instantMs),
};
/** A version of a rule, as it binds. */
export const Version = v.object(version);
const Registered = v.object({
  ...version,
  id: v.number(),
  decidedAt: instantMs,
  decidedBy: v.string(),
  reason: v.string(),
  proposalId: v.nullable(v.string()),
  digest: v.string(),
});
const Seal = v.object({
  chain: v.picklist(["ledger", "rules"]),
  number: v.number(),
  from: v.number(),
  to: v.number(),
  root: v.string(),
  previous: v.string(),
  sealedAt: instantMs,
  digest: v.string(),
});

const article = v.pipe(v.string(), v.maxLength(20), v.check(isArticleNumber, "not an article"));

const subject = v.optional(v.union([identifier, article]));
const RuleKey = v.object({ key: words(60) });

const DecisionBody = v.strictObject({
  subject,
  value: words(MOST_ARTICLE_CHARACTERS, 0),
  effectiveAt: v.optional(v.nullable(instantMs), null),
  reason: words(300),
  follows: v.optional(v.nullable(count), null),
});
const ExportQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}\.\d{1,15}$/, "the next of a part"))),
  limit: rowPageQuery.limit,
});

export const rules = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The rules in force, and every version they ever had",
      area: "rules",
      answers: {
        200: v.object({
          rules: v.array(v.object({ rule: Rule, inForce: v.nullable(Version) })),
          items: v.array(Registered),
          next: v.nullable(v.string()),
        }),
      },
      refusals: ["invalid-input"],
    }),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => show(c, await showRules(c.var.request, askedRows(c.req.valid("query")))),
  )
  .get(
    "/export",
    endpoint({
      summary: "A part of the register with its seals, for `npm run verify`",
      area: "rules",
      answers: {
        200: v.object({
          kind: v.literal("rules"),
          upTo: v.number(),
          versions: v.array(Registered),
          seals: v.array(Seal),
          next: v.nullable(v.string()),
        }),
      },
      refusals: ["invalid-input"],
    }),
    validated("query", ExportQuery),
    async (c) => {
      const { after, limit } = c.req.valid("query");
      const [upTo = null, last = 0] = after?.split(".").map(Number) ?? [];
      return show(c, await exportRules(c.var.request, { upTo, after: last }, Number(limit)));
    },
  )
  .get(
    "/:key",
    endpoint({
      summary: "A rule, and every version it had: for the network, an enterprise or an article",
      area: "rules",
      answers: {
        200: v.object({
          rule: Rule,
          versions: v.array(v.object({ ...Registered.entries, proposal: v.nullable(v.number()) })),
        }),
      },
      refusals: ["rule-unknown", "invalid-input"],
    }),
    validated("param", RuleKey),
    validated("query", v.strictObject({ subject })),
    async (c) => {
      const { key } = c.req.valid("param");
      const { subject: of = "" } = c.req.valid("query");
      return show(c, await showRule(c.var.request, { key, subject: of }));
    },
  )
  .post(
    "/:key/versions",
    endpoint({
      summary: "Decides a new value of a rule, from now or from a later instant on",
      area: "rules",
      answers: { 201: Version },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "not-found",
        "rule-unknown",
        "rule-out-of-bounds",
        "rule-not-a-choice",
        "rule-backdated",
        "rule-changed",
        "rule-needs-vote",
        "rule-urgency-over",
        "below-legal-floor",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("param", RuleKey),
    validated("json", DecisionBody),
    async (c) => {
      const { subject: of = "", effectiveAt, ...body } = c.req.valid("json");
      const from = effectiveAt === null ? null : instant(effectiveAt);
      const { key } = c.req.valid("param");
      return answer(
        c,
        await decideRule(c.var.request, { ...body, key, subject: of, effectiveAt: from }),
      );
    },
  );

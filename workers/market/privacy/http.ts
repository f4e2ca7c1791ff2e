import { Hono } from "hono";
import * as v from "valibot";
import { PURPOSES } from "#domain/access/consents.ts";
import { RETAINED } from "#domain/access/retention.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier, idOf, instantMs } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { setConsent, showConsents } from "./consents.ts";
import { OwnCopy } from "./http-copy.ts";
import { copyOneself } from "./own-copy.ts";
import { recordPaperConsent } from "./paper-consents.ts";
import { erasePerson, eraseOneself } from "./erasure.ts";

const purpose = v.picklist(PURPOSES.map(({ key }) => key));
const textVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000));

const Consents = v.object({
  purposes: v.array(
    v.object({
      key: purpose,
      basis: v.picklist(["contract", "law", "security", "consent"]),
      isOptional: v.boolean(),
      isOn: v.boolean(),
      textVersion,
      since: v.nullable(instantMs),
      paper: v.nullable(v.string()),
    }),
  ),
  history: v.array(
    v.object({
      purpose: v.string(),
      isGiven: v.boolean(),
      textVersion,
      channel: v.picklist(["page", "api", "erasure", "paper"]),
      at: instantMs,
      paper: v.nullable(v.string()),
      recordedBy: v.nullable(v.string()),
    }),
  ),
});
const ConsentBody = v.strictObject({ purpose, isGiven: v.boolean(), textVersion });

/** A paper is named by its number, so that no name is kept where nothing is ever erased. */
const PaperBody = v.strictObject({
  purpose,
  isGiven: v.boolean(),
  textVersion,
  paper: v.pipe(v.string(), v.regex(/^[A-Za-z0-9/.-]{1,40}$/, "the number of a paper")),
});

const NoBody = v.strictObject({});
const Erased = v.object({
  personId: identifier,
  erasedAt: instantMs,
  households: v.array(identifier),
  kept: v.array(
    v.object({
      what: v.picklist(RETAINED.map(({ what }) => what)),
      years: v.nullable(v.number()),
    }),
  ),
});

const area = "privacy";
const own = ["not-signed-in", "not-allowed"] as const;
const writing = [...own, "invalid-input", "key-missing", "key-reused"] as const;

/** What is one's own data: what it is used for, a copy of it, and its end. */
export const ownPrivacy = new Hono<Edge>()
  .get(
    "/consents",
    endpoint({
      summary: "What one's data are used for, and what one agreed to",
      area,
      answers: { 200: Consents },
      refusals: own,
    }),
    async (c) => show(c, await showConsents(c.var.request)),
  )
  .put(
    "/consents",
    endpoint({
      summary: "Agrees to an optional purpose, or withdraws",
      area,
      answers: { 200: Consents },
      refusals: [...writing, "consent-not-optional", "consent-text-changed"],
    }),
    validated("json", ConsentBody),
    async (c) => answer(c, await setConsent(c.var.request, c.req.valid("json"), "api")),
  )
  .get(
    "/export",
    endpoint({
      summary: "A copy of everything that is kept of who is signed in",
      area,
      answers: { 200: OwnCopy },
      refusals: own,
    }),
    async (c) => {
      c.header("Content-Disposition", 'attachment; filename="filiera.json"');
      return show(c, await copyOneself(c.var.request));
    },
  )
  .post(
    "/erasure",
    endpoint({
      summary: "Erases who is signed in; books, rules and votes stay, with ids only",
      area,
      answers: { 200: Erased },
      refusals: [...writing, "not-found", "sign-in-anew", "settle-first", "last-officer"],
    }),
    validated("json", NoBody),
    async (c) => answer(c, await eraseOneself(c.var.request)),
  );

/** What an officer does for somebody who asked on paper. */
export const peoplePrivacy = new Hono<Edge>()
  .post(
    "/:id/consents",
    endpoint({
      summary: "Writes down what a person agreed to, or withdrew, on paper",
      area,
      answers: { 201: Consents },
      refusals: [
        ...writing,
        "not-found",
        "not-on-yourself",
        "consent-not-optional",
        "consent-text-changed",
      ],
    }),
    validated("param", v.object({ id: idOf<PersonId>() })),
    validated("json", PaperBody),
    async (c) => {
      const command = { ...c.req.valid("json"), personId: c.req.valid("param").id };
      return answer(c, await recordPaperConsent(c.var.request, command));
    },
  )
  .post(
    "/:id/erasure",
    endpoint({
      summary: "Erases a person who asked for it on paper",
      area,
      answers: { 200: Erased },
      refusals: [...writing, "not-found", "not-on-yourself", "settle-first", "last-officer"],
    }),
    validated("param", v.object({ id: idOf<PersonId>() })),
    validated("json", NoBody),
    async (c) => answer(c, await erasePerson(c.var.request, c.req.valid("param").id)),
  );

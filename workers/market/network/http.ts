import { Hono } from "hono";
import * as v from "valibot";
import { isArticleNumber, MOST_ARTICLE_CHARACTERS } from "#domain/governance/statute.ts";
import { readIban } from "#domain/network/iban.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { pageOf } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { email, instantMs, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { editNetwork, listChanges } from "./edit.ts";
import { setUpNetwork, showNetwork } from "./actions.ts";

/** What a network may say of itself beside its name; each may be left unsaid. */
const SETTINGS = {
  contactEmail: v.nullable(email),
  legalName: v.nullable(words(200)),
  taxCode: v.nullable(words(30)),
  seat: v.nullable(words(200)),
  vatNumber: v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^(IT)?\d{11}$/, "11 figures"))),
  reaNumber: v.nullable(
    v.pipe(v.string(), v.trim(), v.regex(/^[A-Z]{2}[- ]?\d{3,9}$/, "a province and a number")),
  ),
  coopRegisterNumber: v.nullable(
    v.pipe(v.string(), v.trim(), v.regex(/^[AC]\d{3,9}$/, "a letter and a number")),
  ),
  certifiedEmail: v.nullable(email),
  phone: v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^\+?[\d .-]{5,20}$/, "a phone number"))),
  iban: v.nullable(
    v.pipe(v.string(), v.transform(readIban), v.string("an IBAN whose check figures are right")),
  ),
};

const NetworkBody = v.strictObject({
  name: words(120),
  contactEmail: v.optional(SETTINGS.contactEmail, null),
  legalName: v.optional(SETTINGS.legalName, null),
  taxCode: v.optional(SETTINGS.taxCode, null),
  seat: v.optional(SETTINGS.seat, null),
  vatNumber: v.optional(SETTINGS.vatNumber, null),
  reaNumber: v.optional(SETTINGS.reaNumber, null),
  coopRegisterNumber: v.optional(SETTINGS.coopRegisterNumber, null),
  certifiedEmail: v.optional(SETTINGS.certifiedEmail, null),
  phone: v.optional(SETTINGS.phone, null),
  iban: v.optional(SETTINGS.iban, null),
  officer: v.optional(
    v.strictObject({ name: words(120), email: v.optional(v.nullable(email), null) }),
    { name: "Responsabile della rete" },
  ),
  rules: v.optional(v.record(words(60), words(60)), {}),
  statute: v.optional(
    v.record(
      v.pipe(v.string(), v.check(isArticleNumber, "not the number of an article")),
      words(MOST_ARTICLE_CHARACTERS),
    ),
    {},
  ),
});

/** What is left out stays as it is. */
const ChangesBody = v.strictObject({
  name: v.exactOptional(words(120)),
  contactEmail: v.exactOptional(SETTINGS.contactEmail),
  legalName: v.exactOptional(SETTINGS.legalName),
  taxCode: v.exactOptional(SETTINGS.taxCode),
  seat: v.exactOptional(SETTINGS.seat),
  vatNumber: v.exactOptional(SETTINGS.vatNumber),
  reaNumber: v.exactOptional(SETTINGS.reaNumber),
  coopRegisterNumber: v.exactOptional(SETTINGS.coopRegisterNumber),
  certifiedEmail: v.exactOptional(SETTINGS.certifiedEmail),
  phone: v.exactOptional(SETTINGS.phone),
  iban: v.exactOptional(SETTINGS.iban),
});

const Network = v.object({
  name: v.string(),
  currency: v.string(),
  contactEmail: v.nullable(v.string()),
  legalName: v.nullable(v.string()),
  taxCode: v.nullable(v.string()),
  seat: v.nullable(v.string()),
  vatNumber: v.nullable(v.string()),
  reaNumber: v.nullable(v.string()),
  coopRegisterNumber: v.nullable(v.string()),
  certifiedEmail: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  iban: v.nullable(v.string()),
  createdAt: instantMs,
});

const Change = v.object({
  number: v.number(),
  field: v.picklist([
    "name",
    "contactEmail",
    "legalName",
    "taxCode",
    "seat",
    "vatNumber",
    "reaNumber",
    "coopRegisterNumber",
    "certifiedEmail",
    "phone",
    "iban",
  ]),
  saidBefore: v.nullable(v.string()),
  saysNow: v.nullable(v.string()),
  changedAt: instantMs,
  changedBy: v.string(),
});

export const network = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What the network says of itself",
      area: "network",
      answers: { 200: Network },
      refusals: ["not-found"],
    }),
    async (c) => show(c, await showNetwork(c.var.request)),
  )
  .put(
    "/",
    endpoint({
      summary: "Sets an empty network up, once, with the set-up token",
      area: "network",
      answers: { 201: v.object({ network: Network, token: v.string(), invitation: v.string() }) },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "network-exists",
        "rule-unknown",
        "rule-out-of-bounds",
        "rule-not-a-choice",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("json", NetworkBody),
    async (c) => answer(c, await setUpNetwork(c.var.request, c.req.valid("json"))),
  )
  .patch(
    "/",
    endpoint({
      summary: "Changes what the network says of itself",
      area: "network",
      answers: { 200: Network },
      refusals: [
        "not-signed-in",
        "not-allowed",
        "not-found",
        "invalid-input",
        "key-missing",
        "key-reused",
      ],
    }),
    validated("json", ChangesBody),
    async (c) => answer(c, await editNetwork(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/changes",
    endpoint({
      summary: "What the network said of itself before, who changed it and when; newest first",
      area: "network",
      answers: { 200: pageOf(Change) },
      refusals: ["not-signed-in", "not-allowed", "invalid-input"],
    }),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => show(c, await listChanges(c.var.request, askedRows(c.req.valid("query")))),
  );

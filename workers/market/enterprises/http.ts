import { Hono } from "hono";
import * as v from "valibot";
import { SCHEMES } from "#domain/catalogue/certificates.ts";
import type { CertificationId, EnterpriseId } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { ENTERPRISE_ROLES, LANDS, SALE_MODES } from "#domain/network/enterprise.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import {
  civilDay,
  count,
  email,
  idOf,
  identifier,
  instantMs,
  microdegrees,
  words,
} from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listEnterprises, registerEnterprise, showEnterprise } from "./actions.ts";
import { registerCertification, withdraw } from "./certification-actions.ts";

const place = {
  latMicrodegrees: v.optional(v.nullable(microdegrees(90)), null),
  lonMicrodegrees: v.optional(v.nullable(microdegrees(180)), null),
};

const EnterpriseBody = v.pipe(
  v.strictObject({
    name: words(120),
    vatNumber: v.optional(v.nullable(v.pipe(words(20), v.regex(/^[A-Z]{2}[0-9A-Z]{6,15}$/))), null),
    town: words(80),
    land: v.picklist(LANDS),
    ...place,
    leadDays: v.pipe(count, v.maxValue(60)),
    saleMode: v.optional(v.picklist(SALE_MODES), "agency"),
    roles: v.pipe(
      v.array(v.picklist(ENTERPRISE_ROLES)),
      v.minLength(1),
      v.maxLength(3),
      v.check((roles) => new Set(roles).size === roles.length, "each role once"),
    ),
    email: v.optional(v.nullable(email), null),
    story: v.optional(words(4000, 0), ""),
    minimumCents: v.optional(count, 0),
  }),
  v.check(
    ({ roles, minimumCents }) => minimumCents === 0 || roles.includes("producer"),
    "only a producer has a minimum",
  ),
);

const shown = {
  id: identifier,
  name: v.string(),
  slug: v.string(),
  vatNumber: v.nullable(v.string()),
  town: v.string(),
  land: v.picklist(LANDS),
  latMicrodegrees: v.nullable(microdegrees(90)),
  lonMicrodegrees: v.nullable(microdegrees(180)),
  leadDays: count,
  saleMode: v.picklist(SALE_MODES),
  roles: v.array(v.picklist(ENTERPRISE_ROLES)),
  story: v.string(),
  createdAt: instantMs,
};
const Enterprise = v.object(shown);
const EnterpriseOwn = v.object({ ...shown, email: v.nullable(v.string()) });

const CertificationBody = v.pipe(
  v.strictObject({
    scheme: v.picklist(SCHEMES),
    body: words(120),
    number: words(60),
    documentUrl: v.optional(
      v.nullable(v.pipe(words(500), v.url(), v.startsWith("https://"))),
      null,
    ),
    issuedOn: civilDay,
    expiresOn: civilDay,
  }),
  v.check(({ issuedOn, expiresOn }) => issuedOn <= expiresOn, "expires before it is issued"),
);

const certificate = {
  id: identifier,
  scheme: v.picklist(SCHEMES),
  body: v.string(),
  number: v.string(),
  documentUrl: v.nullable(v.string()),
  issuedOn: v.string(),
  expiresOn: v.string(),
};
const Certification = v.object({
  ...certificate,
  enterpriseId: identifier,
  withdrawnAt: v.nullable(instantMs),
});

const One = v.object({ id: idOf<EnterpriseId>() });
const OneCertification = v.object({
  id: idOf<EnterpriseId>(),
  certificationId: idOf<CertificationId>(),
});
export const enterprises = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "The register of enterprises, in the order in which they joined",
      area: "enterprises",
      answers: { 200: pageOf(Enterprise) },
      refusals: ["invalid-input"],
    }),
    validated("query", PageQuery),
    async (c) => show(c, await listEnterprises(c.var.request, askedPage(c.req.valid("query")))),
  )
  .post(
    "/",
    endpoint({
      summary: "Enters an enterprise in the register",
      area: "enterprises",
      answers: { 201: EnterpriseOwn },
      refusals: [...WRITING, "vat-number-taken", "rule-out-of-bounds"],
    }),
    validated("json", EnterpriseBody),
    async (c) => answer(c, await registerEnterprise(c.var.request, c.req.valid("json"))),
  )
  .get(
    "/:id",
    endpoint({
      summary: "One enterprise, with its certificates in force today",
      area: "enterprises",
      answers: {
        200: v.object({
          ...EnterpriseOwn.entries,
          minimumCents: count,
          certifications: v.array(v.object(certificate)),
        }),
      },
      refusals: ["invalid-input", "not-found"],
    }),
    validated("param", One),
    async (c) => show(c, await showEnterprise(c.var.request, c.req.valid("param").id)),
  )
  .post(
    "/:id/certifications",
    endpoint({
      summary: "Registers a certificate, shown while it is in force",
      area: "enterprises",
      answers: { 201: Certification },
      refusals: [...WRITING, "not-found", "certification-registered"],
    }),
    validated("param", One),
    validated("json", CertificationBody),
    async (c) => {
      const { id: enterpriseId } = c.req.valid("param");
      const { issuedOn, expiresOn, ...told } = c.req.valid("json");
      const days = { issuedOn: civilDate(issuedOn), expiresOn: civilDate(expiresOn) };
      const command = { ...told, ...days, enterpriseId };
      return answer(c, await registerCertification(c.var.request, command));
    },
  )
  .delete(
    "/:id/certifications/:certificationId",
    endpoint({
      summary: "Withdraws a certificate: it stays on record and is shown no more",
      area: "enterprises",
      answers: { 200: Certification },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", OneCertification),
    async (c) => {
      const { id, certificationId } = c.req.valid("param");
      return answer(c, await withdraw(c.var.request, id, certificationId));
    },
  );

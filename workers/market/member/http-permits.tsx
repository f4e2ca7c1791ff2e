import { Hono } from "hono";
import type { Context } from "hono";
import {
  type EnterpriseGrant,
  ENTERPRISE_GRANTS,
  type EnterpriseGrantKind,
  kindsBy,
} from "#domain/access/enterprise-grants.ts";
import { type EnterpriseId, type GrantId, id, isId } from "#domain/kernel/ids.ts";
import type { PermitFacts } from "#frontend/member/permits-facts.ts";
import { Permits, PermitsOf } from "#frontend/member/permits.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { giveGrants, revokeGrantOf } from "#market/enterprises/grant-actions.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { type PermitsOfView, readPermits, readPermitsOf } from "./read-permits.ts";

const HERE = "/io/permessi";

/** What enterprises open to each other: seen, given and taken back by who speaks for them. */
export const permitPages = new Hono<Edge>()
  .get("/", (c) => showList(c))
  .get("/:enterprise", (c) => showOne(c))
  .post("/:enterprise", (c) => give(c))
  .post("/:enterprise/:grant/revoca", async (c) => {
    const { enterprise, grant } = c.req.param();
    if (!isId(enterprise) || !isId(grant)) return writeLost(c);
    const owner = id<EnterpriseId>(enterprise);
    const reply = await revokeGrantOf(c.var.request, owner, id<GrantId>(grant));
    return reply.ok ? c.redirect(`${HERE}/${enterprise}?fatto=1`, 303) : refused(c, reply.refusal);
  });

async function showList(c: Context<Edge>): Promise<Response> {
  const read = await readPermits(c.var.request);
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const { around, enterprises } = read.value;
  const children = <Permits t={t} enterprises={enterprises} />;
  return writePage(c, around, { title: t.permits.title, path: HERE, children });
}

interface Sent {
  readonly holder: string;
  readonly kinds: readonly string[];
}

async function give(c: Context<Edge>): Promise<Response> {
  const enterprise = c.req.param("enterprise") ?? "";
  if (!isId(enterprise)) return writeLost(c);
  const form = new URLSearchParams(c.var.bodyText);
  const sent = { holder: form.get("holder") ?? "", kinds: form.getAll("kind") };
  const kinds = ENTERPRISE_GRANTS.filter((kind) => sent.kinds.includes(kind));
  const say = wordsOf(c).permits;
  const errors = [
    ...(isId(sent.holder) ? [] : [{ field: "holder", message: say.holderMissing }]),
    ...(kinds.length > 0 ? [] : [{ field: "kind", message: say.whatMissing }]),
  ];
  if (errors.length > 0) return showOne(c, errors, sent);
  const holderId = id<EnterpriseId>(sent.holder);
  const command = { ownerId: id<EnterpriseId>(enterprise), holderId, kinds };
  const reply = await giveGrants(c.var.request, command);
  return reply.ok
    ? c.redirect(`${HERE}/${enterprise}?fatto=1`, 303)
    : refused(c, reply.refusal, sent);
}

function refused(c: Context<Edge>, refusal: AnyRefusal, sent?: Sent): Response | Promise<Response> {
  if (["not-signed-in", "not-allowed", "not-found"].includes(refusal.code)) {
    return writeNotFor(c, refusal);
  }
  return showOne(c, [{ field: "kind", message: reasonOf(wordsOf(c), refusal) }], sent);
}

async function showOne(
  c: Context<Edge>,
  errors: readonly FieldError[] = [],
  chosen: Sent = { holder: "", kinds: [] },
): Promise<Response> {
  const enterprise = c.req.param("enterprise") ?? "";
  if (!isId(enterprise)) return writeLost(c);
  const read = await readPermitsOf(c.var.request, id<EnterpriseId>(enterprise));
  if (!read.ok) return writeNotFor(c, read.refusal);
  const t = wordsOf(c);
  const { around, enterprise: own, others, mayChange } = read.value;
  const { ids } = c.var.request.ports;
  const permits = read.value.grants.map((grant) => permitFacts(read.value, grant, ids.next()));
  const standing = permits.filter(({ revokedAt }) => revokedAt === null);
  const facts = {
    id: own.id,
    name: own.name,
    given: standing.filter(({ isGiven }) => isGiven),
    received: standing.filter(({ isGiven }) => !isGiven),
    past: permits.filter(({ revokedAt }) => revokedAt !== null),
    mayChange,
    holders: others.map(({ id: value, name: label }) => ({ value, label })),
    kinds: kindsBy("owner", own),
    chosen,
    key: ids.next(),
    isDone: c.req.query("fatto") === "1",
    errors,
  };
  const page = {
    title: t.permits.of(own.name),
    path: `${HERE}/${own.id}`,
    refused: errors.length > 0,
    children: <PermitsOf t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}

/** Who gave it is for the one that gave it: to the other it is that enterprise's word. */
function permitFacts(
  { enterprise, others, givers }: PermitsOfView,
  grant: EnterpriseGrant,
  key: string,
): PermitFacts {
  const isGiven = grant.ownerId === enterprise.id;
  const other = isGiven ? grant.holderId : grant.ownerId;
  const kind: EnterpriseGrantKind = grant.kind;
  return {
    id: grant.id,
    kind,
    name: others.find((one) => one.id === other)?.name ?? "",
    givenAt: grant.givenAt,
    by: isGiven ? (givers.get(grant.givenBy) ?? null) : null,
    revokedAt: grant.revokedAt,
    isGiven,
    key,
  };
}

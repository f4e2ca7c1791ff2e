import { Hono } from "hono";
import type { Context } from "hono";
import {
  type GroupId,
  type GroupRequestId,
  type HouseholdId,
  id,
  isId,
} from "#domain/kernel/ids.ts";
import { GroupOrder } from "#frontend/shop/group.tsx";
import { Groups, type GroupsFacts } from "#frontend/member/groups.tsx";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import type { AnyRefusal } from "#market/edge/statuses.ts";
import { askToJoin, leaveGroup, withdrawRequest } from "#market/groups/join-actions.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writeLost } from "#market/shop/http-lost.tsx";
import { writePage } from "#market/shop/http-page.ts";
import { reasonOf } from "#market/shop/http-words.ts";
import { writeNotFor } from "./http-act.tsx";
import { groupPageFacts } from "./http-group-facts.ts";
import { type GroupsView, holds, readGroupPage, readGroups } from "./read-groups.ts";

const HERE = "/gruppi";
/** What is not the reader's is not there; who is nobody signs in. */
const ELSEWHERE: ReadonlySet<string> = new Set(["not-signed-in", "not-allowed", "not-found"]);

/** The groups of the network, a group's order, and how a household comes in and goes. */
export const groupPages = new Hono<Edge>()
  .get("/", (c) => showGroups(c))
  .get("/:group", (c) => showGroup(c))
  .post("/:group/richieste", async (c) => {
    const [groupId, householdId] = [groupOf(c), householdIn(c)];
    if (groupId === null || householdId === null) return writeLost(c);
    const reply = await askToJoin(c.var.request, { groupId, householdId });
    if (!reply.ok) return showGroupsRefused(c, reply.refusal);
    return c.redirect(`${HERE}?fatto=richiesta`, 303);
  })
  .post("/:group/richieste/:request/ritiro", async (c) => {
    const [groupId, request] = [groupOf(c), c.req.param("request")];
    if (groupId === null || !isId(request)) return writeLost(c);
    const asked = { groupId, requestId: id<GroupRequestId>(request) };
    const reply = await withdrawRequest(c.var.request, asked);
    if (!reply.ok) return showGroupsRefused(c, reply.refusal);
    return c.redirect(`${HERE}?fatto=ritiro`, 303);
  })
  .post("/:group/uscita", async (c) => {
    const [groupId, householdId] = [groupOf(c), householdIn(c)];
    if (groupId === null || householdId === null) return writeLost(c);
    const reply = await leaveGroup(c.var.request, { groupId, householdId });
    if (reply.ok) return c.redirect(`${HERE}?fatto=uscita`, 303);
    if (ELSEWHERE.has(reply.refusal.code)) return writeNotFor(c, reply.refusal);
    return showGroup(c, [{ field: "content", message: reasonOf(wordsOf(c), reply.refusal) }]);
  });

/** The group in the address; null where there can be none. */
export function groupOf(c: Context<Edge>): GroupId | null {
  const group = c.req.param("group") ?? "";
  return isId(group) ? id<GroupId>(group) : null;
}

function householdIn(c: Context<Edge>): HouseholdId | null {
  const household = new URLSearchParams(c.var.bodyText).get("household") ?? "";
  return isId(household) ? id<HouseholdId>(household) : null;
}

function showGroupsRefused(c: Context<Edge>, refusal: AnyRefusal): Response | Promise<Response> {
  if (ELSEWHERE.has(refusal.code)) return writeNotFor(c, refusal);
  return showGroups(c, [{ field: "content", message: reasonOf(wordsOf(c), refusal) }]);
}

async function showGroups(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const view = await readGroups(c.var.request);
  const t = wordsOf(c);
  const facts: GroupsFacts = { ...groupsFacts(c, view), news: newsOf(c), errors };
  const page = {
    title: t.groups.list.title,
    path: HERE,
    refused: errors.length > 0,
    children: <Groups t={t} facts={facts} />,
  };
  return writePage(c, view.around, page, errors.length > 0 ? 422 : 200);
}

/** In no group, and waiting for none. */
function isFree({ groupId, asked }: GroupsView["held"][number]): boolean {
  return groupId === null && (asked === null || asked.ending !== null);
}

function groupsFacts(c: Context<Edge>, { groups, held, principal }: GroupsView) {
  const { ids } = c.var.request.ports;
  return {
    groups: groups.map((group) => {
      const asking = held.find((one) => one.groupId === null && one.asked?.groupId === group.id);
      const asked = asking?.asked ?? null;
      const isTold = asked !== null && (asked.ending === null || asked.ending === "declined");
      const isCoordinator = holds(principal, "coordinator", group.id);
      return {
        ...group,
        isOwn: isCoordinator || held.some(({ groupId }) => groupId === group.id),
        isCoordinator,
        asked:
          asking === undefined || asked === null || !isTold
            ? null
            : {
                ...asked,
                household: asking.name,
                isWaiting: asked.ending === null,
                key: ids.next(),
              },
      };
    }),
    free: held.filter(isFree).map(({ id: one, name }) => ({ id: one, name, key: ids.next() })),
    hasHousehold: held.length > 0,
  };
}

function newsOf(c: Context<Edge>): string | null {
  const say = wordsOf(c).groups.list;
  const told: Readonly<Record<string, string>> = {
    richiesta: say.asked,
    ritiro: say.withdrawn,
    uscita: say.left,
  };
  return told[c.req.query("fatto") ?? ""] ?? null;
}

async function showGroup(c: Context<Edge>, errors: readonly FieldError[] = []): Promise<Response> {
  const groupId = groupOf(c);
  if (groupId === null) return writeLost(c);
  const read = await readGroupPage(c.var.request, { groupId, code: c.req.query("ciclo") ?? null });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const { around, order } = read.value;
  const t = wordsOf(c);
  const facts = groupPageFacts(c, order, { news: null, errors });
  const page = {
    title: order.group.name,
    path: `${HERE}/${groupId}`,
    isPersonal: true,
    refused: errors.length > 0,
    children: <GroupOrder t={t} facts={facts} />,
  };
  return writePage(c, around, page, errors.length > 0 ? 422 : 200);
}

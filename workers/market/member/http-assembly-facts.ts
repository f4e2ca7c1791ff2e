import type { Context } from "hono";
import { delegatesOf } from "#domain/governance/assembly/delegates.ts";
import type { AssemblyFacts } from "#frontend/member/assembly-facts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { typedAgain, typedAssembly } from "./http-assembly-form.ts";
import type { OneAssemblyView } from "./read-assemblies.ts";

/** The facts of an assembly's page, for whoever reads it. */
export function assemblyFacts(
  c: Context<Edge>,
  view: OneAssemblyView,
  errors: readonly FieldError[],
): AssemblyFacts {
  const { assembly, proposals } = view;
  const numberOf = new Map(proposals.map(({ id, number }) => [id, number]));
  return {
    ...assembly,
    call: assembly.constituted?.call ?? null,
    agenda: assembly.agenda.map(({ title, detail, proposalId }) => {
      const proposal = proposalId === null ? null : (numberOf.get(proposalId) ?? null);
      return { title, detail, proposal };
    }),
    separate: separateFacts(view),
    record: recordFacts(c, view),
    tools: view.mayHold ? toolsOf(c, view, errors) : null,
    news: c.req.query("fatto") === "1" ? wordsOf(c).assemblies.done : null,
    errors,
  };
}

/** Delegates in proportion to the members who were at each separate assembly. */
function separateFacts({ assembly, separate }: OneAssemblyView): AssemblyFacts["separate"] {
  const present = separate.map(({ constituted }) => constituted?.present ?? 0);
  const sent = delegatesOf(present, assembly.delegates ?? 0);
  return separate.map(({ number, title }, at) => {
    return { number, title, present: present[at] ?? 0, delegates: sent[at] ?? 0 };
  });
}

function recordFacts(c: Context<Edge>, { record }: OneAssemblyView): AssemblyFacts["record"] {
  if (record === null) return null;
  const { ids } = c.var.request.ports;
  const names = new Map(record.presences.map(({ memberId, name }) => [memberId, name]));
  const presences = record.presences.map((one) => ({
    ...one,
    holder: one.holderId === null ? null : (names.get(one.holderId) ?? ""),
    key: ids.next(),
  }));
  return { ...record.turnout, presences, minutes: record.minutes };
}

function toolsOf(c: Context<Edge>, view: OneAssemblyView, errors: readonly FieldError[]) {
  const { assembly, record, book, proposals } = view;
  const present = record?.presences.filter(({ takesPart }) => takesPart) ?? [];
  const isTyped = errors.length > 0 && c.req.path === `/assemblee/${assembly.number}`;
  return {
    key: c.var.request.ports.ids.next(),
    members: book.map(({ memberId, name }) => ({ id: memberId, name })),
    inside: present
      .filter(({ how }) => how !== "by-proxy")
      .map(({ memberId, name }) => ({ id: memberId, name })),
    typed: isTyped ? typedAssembly(c.var.bodyText) : typedAgain(assembly, proposals, view.general),
  };
}

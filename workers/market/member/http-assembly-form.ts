import { ASSEMBLY_KINDS, type AssemblyKind } from "#domain/governance/assembly/assembly.ts";
import type { Called } from "#domain/governance/assembly/record.ts";
import { civilDate, fromRome, type Instant, isCivilDate, toRome } from "#domain/kernel/instant.ts";
import type { AssemblyTyped } from "#frontend/member/assembly-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { NumberedProposal } from "#store/proposal-numbers.ts";

/** What somebody typed to prepare an assembly. */
export function typedAssembly(body: string): AssemblyTyped {
  const form = new URLSearchParams(body);
  const said = (name: string) => (form.get(name) ?? "").trim();
  return {
    kind: said("kind"),
    title: said("title").slice(0, 160),
    place: said("place").slice(0, 200),
    link: said("link").slice(0, 300),
    first: said("first"),
    second: said("second"),
    agenda: said("agenda"),
  };
}

export const NOTHING_TYPED: AssemblyTyped = {
  kind: "ordinary",
  title: "",
  place: "",
  link: "",
  first: "",
  second: "",
  agenda: "",
};

/** An assembly as it would be typed again. */
export function typedAgain(called: Called, proposals: readonly NumberedProposal[]): AssemblyTyped {
  const numberOf = new Map(proposals.map(({ id, number }) => [id, number]));
  const lines = called.agenda.map(({ title, proposalId }) => {
    const number = proposalId === null ? undefined : numberOf.get(proposalId);
    return number === undefined ? title : `${title} #${number}`;
  });
  return {
    kind: called.kind,
    title: called.title,
    place: called.place,
    link: called.link ?? "",
    first: momentText(called.firstCallAt),
    second: called.secondCallAt === null ? "" : momentText(called.secondCallAt),
    agenda: lines.join("\n"),
  };
}

function momentText(at: Instant): string {
  const { date, minuteOfDay } = toRome(at);
  const two = (count: number) => String(count).padStart(2, "0");
  return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** A day and an hour in Rome, as `2026-12-05 18:30`; null where it is none. */
function momentOf(text: string): Instant | null {
  const [, day = "", hour = "", minute = ""] =
    /^(\d{4}-\d\d-\d\d)[ T](\d{1,2})[:.](\d\d)$/.exec(text) ?? [];
  if (!isCivilDate(day) || Number(hour) > 23 || Number(minute) > 59) return null;
  return fromRome({ date: civilDate(day), minuteOfDay: Number(hour) * 60 + Number(minute) });
}

/** The numbers of proposals at the ends of the agenda's lines. */
export function numbersIn({ agenda }: AssemblyTyped): readonly number[] {
  return linesOf(agenda).flatMap(({ number }) => (number === null ? [] : [number]));
}

function linesOf(agenda: string) {
  const lines = agenda.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .slice(0, 40)
    .map((line) => {
      const [, title, number] = /^(.*?)\s*#(\d{1,9})$/.exec(line) ?? [];
      const isOfProposal = title !== undefined && title !== "" && number !== undefined;
      const said = isOfProposal ? title : line;
      return { title: said.slice(0, 160), number: isOfProposal ? Number(number) : null };
    });
}

/** What was typed as what is to be called, or what is wrong with it. */
export function calledFrom(
  t: Texts,
  typed: AssemblyTyped,
  proposals: readonly NumberedProposal[],
): { readonly called: Called } | { readonly errors: readonly FieldError[] } {
  const say = t.assemblies.form;
  const [first, second] = [momentOf(typed.first), momentOf(typed.second)];
  const kind: AssemblyKind | undefined = ASSEMBLY_KINDS.find((one) => one === typed.kind);
  const byNumber = new Map(proposals.map(({ id, number }) => [number, id]));
  const unknown = numbersIn(typed).find((number) => !byNumber.has(number));
  const isLink = typed.link === "" || URL.canParse(typed.link);
  const errors: readonly (readonly [keyof AssemblyTyped, boolean, string])[] = [
    ["title", typed.title === "", say.missing],
    ["place", typed.place === "", say.missing],
    ["link", !isLink || !/^(https:\/\/|$)/.test(typed.link), say.linkWrong],
    ["first", first === null, say.wrong],
    ["second", typed.second !== "" && second === null, say.wrong],
    ["agenda", unknown !== undefined, say.unknownProposal(String(unknown))],
  ];
  const wrong = errors.flatMap(([field, isWrong, message]) => (isWrong ? { field, message } : []));
  if (wrong.length > 0 || first === null || kind === undefined) return { errors: wrong };
  const agenda = linesOf(typed.agenda).map(({ title, number }) => {
    return { title, detail: "", proposalId: byNumber.get(number ?? 0) ?? null };
  });
  const { title, place } = typed;
  const link = typed.link === "" ? null : typed.link;
  const calls = { firstCallAt: first, secondCallAt: second };
  return { called: { kind, generalId: null, title, place, link, agenda, ...calls } };
}

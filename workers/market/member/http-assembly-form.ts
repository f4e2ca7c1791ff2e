import { ASSEMBLY_KINDS, type AssemblyKind } from "#domain/governance/assembly/assembly.ts";
import type { Called } from "#domain/governance/assembly/record.ts";
import { civilDate, fromRome, type Instant, isCivilDate, toRome } from "#domain/kernel/instant.ts";
import type { AssemblyTyped } from "#frontend/member/assembly-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { NamedByNumber, NumberedProposal } from "#market/assemblies/reads.ts";

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
    general: said("general").slice(0, 9),
    delegates: said("delegates").slice(0, 3),
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
  general: "",
  delegates: "",
};

/** An assembly as it would be typed again. */
export function typedAgain(
  called: Called,
  proposals: readonly NumberedProposal[],
  general: number | null,
): AssemblyTyped {
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
    general: general === null ? "" : String(general),
    delegates: called.delegates === null ? "" : String(called.delegates),
  };
}

function two(count: number): string {
  return String(count).padStart(2, "0");
}

function momentText(at: Instant): string {
  const { date, minuteOfDay } = toRome(at);
  return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** A day and an hour in Rome, as `2026-12-05 18:30`; null where it is none. */
function momentOf(text: string): Instant | null {
  const [, day = "", hour = "", minute = ""] =
    /^(\d{4}-\d\d-\d\d)[ T](\d{1,2})[:.](\d\d)$/.exec(text) ?? [];
  if (!isCivilDate(day) || Number(hour) > 23 || Number(minute) > 59) return null;
  return fromRome({ date: civilDate(day), minuteOfDay: Number(hour) * 60 + Number(minute) });
}

/** What is named by number: the general assembly, and proposals at the ends of lines. */
export function numbersIn({ agenda, general }: AssemblyTyped) {
  const proposals = linesOf(agenda).flatMap(({ number }) => (number === null ? [] : [number]));
  return { proposals, general: Number.parseInt(general, 10) || 0 };
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
  { proposals, general }: NamedByNumber,
): { readonly called: Called } | { readonly errors: readonly FieldError[] } {
  const say = t.assemblies.form;
  const [first, second] = [momentOf(typed.first), momentOf(typed.second)];
  const kind: AssemblyKind | undefined = ASSEMBLY_KINDS.find((one) => one === typed.kind);
  const byNumber = new Map(proposals.map(({ id, number }) => [number, id]));
  const unknown = numbersIn(typed).proposals.find((number) => !byNumber.has(number));
  const isLink = typed.link === "" || URL.canParse(typed.link);
  const isSeparate = typed.kind === "separate";
  const delegates = typed.delegates === "" || isSeparate ? null : Number(typed.delegates);
  const isCount =
    delegates === null || (Number.isInteger(delegates) && delegates >= 1 && delegates <= 500);
  const errors: readonly (readonly [keyof AssemblyTyped, boolean, string])[] = [
    ["title", typed.title === "", say.missing],
    ["place", typed.place === "", say.missing],
    ["link", !isLink || !/^(https:\/\/|$)/.test(typed.link), say.linkWrong],
    ["first", first === null, say.wrong],
    ["second", typed.second !== "" && second === null, say.wrong],
    ["general", isSeparate && general === null, say.generalWrong],
    ["delegates", !isCount, say.delegatesWrong],
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
  const generalId = isSeparate ? (general?.id ?? null) : null;
  return { called: { kind, generalId, delegates, title, place, link, agenda, ...calls } };
}

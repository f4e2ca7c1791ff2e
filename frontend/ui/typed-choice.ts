import { type Choice, SCORE_SCALE } from "#domain/governance/ballots/choice.ts";
import { type Method, METHODS } from "#domain/governance/policy/policy.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** The method that a form names; undefined where there is none of that name. */
export function methodNamed(name: string | null): Method | undefined {
  return METHODS.find((method) => method === name);
}

/** What a ballot's boxes lack, by the words that say so. */
export type ChoiceFault = {
  readonly code: "choose" | "objectionMissing" | "rankTwice" | "rankNone";
  readonly field: "choice" | "objection";
};

/**
 * What the boxes of a ballot say, by its method. Whether it fits the vote the domain says; here
 * only what a person forgot is found.
 */
export function choiceOf(method: Method, form: URLSearchParams): Outcome<Choice, ChoiceFault> {
  if (method === "majority") return yesOrNo(form);
  if (method === "consent") return consent(form);
  if (method === "approval" || method === "equal-shares") {
    return accept({ approved: form.getAll("option") });
  }
  if (method === "score") return accept({ scores: numbersOf("score-", form, SCORE_SCALE.least) });
  const hasTies = method === "schulze" || method === "debian";
  return hasTies ? accept({ ranks: numbersOf("rank-", form, 1) }) : ranking(form);
}

function yesOrNo(form: URLSearchParams): Outcome<Choice, ChoiceFault> {
  const vote = (["yes", "no", "abstain"] as const).find((one) => one === form.get("choice"));
  return vote === undefined ? refuse({ code: "choose", field: "choice" }) : accept({ vote });
}

function consent(form: URLSearchParams): Outcome<Choice, ChoiceFault> {
  const said = form.get("choice");
  if (said === "consent" || said === "abstain") return accept({ vote: said });
  if (said !== "objection") return refuse({ code: "choose", field: "choice" });
  const reason = form.get("objection")?.trim() ?? "";
  return reason === ""
    ? refuse({ code: "objectionMissing", field: "objection" })
    : accept({ vote: "objection", reason });
}

/** Options in the order of their places; two in one place cannot be. */
function ranking(form: URLSearchParams): Outcome<Choice, ChoiceFault> {
  const places = Object.entries(numbersOf("rank-", form, 1));
  const used = new Set(places.map(([, place]) => place));
  if (used.size < places.length) return refuse({ code: "rankTwice", field: "choice" });
  if (places.length === 0) return refuse({ code: "rankNone", field: "choice" });
  const inOrder = places.toSorted(([, one], [, other]) => one - other);
  return accept({ ranking: inOrder.map(([code]) => code) });
}

/** What stands in the boxes of this name, by the code of the option; empty boxes say nothing. */
function numbersOf(
  prefix: string,
  form: URLSearchParams,
  least: number,
): Readonly<Record<string, number>> {
  const said = [...form].flatMap(([name, value]) => {
    const isNumber = /^\d{1,3}$/.test(value) && Number(value) >= least;
    return name.startsWith(prefix) && isNumber
      ? [[name.slice(prefix.length), Number(value)] as const]
      : [];
  });
  return Object.fromEntries(said);
}

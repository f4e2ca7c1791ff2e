import type { LineId } from "#domain/kernel/ids.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { PROBLEM_KINDS } from "#domain/orders/problems.ts";
import type { RefusedReport } from "#frontend/shop/order-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { quantityFromForm } from "#frontend/ui/quantity-value.ts";
import type { ReportProblem } from "#market/problems/report.ts";

type Typed = Omit<RefusedReport, "errors">;

/** As many letters as a report may have. */
const MOST_LETTERS = 500;

/** What a report's form says: as it was typed, and as it is asked for where it is understood. */
export function readReport(
  body: string,
  lineId: LineId,
): { readonly typed: Typed; readonly asked: Omit<ReportProblem, "orderId"> | null } {
  const form = new URLSearchParams(body);
  const said = (name: string) => form.get(name)?.trim() ?? "";
  const typed = {
    lineId,
    problem: said("problem"),
    quantity: said("quantity"),
    words: said("words"),
  };
  const problem = kindOf(typed);
  const quantityMilli = quantityFromForm(typed.quantity);
  const isWhole = problem !== null && quantityMilli !== null && quantityMilli > milli(0);
  if (!isWhole || !fits(typed)) return { typed, asked: null };
  const words = typed.words === "" ? null : typed.words;
  return { typed, asked: { lineId, problem, quantityMilli, words } };
}

/** What must be put right, in the order of the form. */
export function reportErrors(t: Texts, typed: Typed): readonly FieldError[] {
  const { errors } = t.problems;
  const quantity = quantityFromForm(typed.quantity);
  const wrong = {
    problem: kindOf(typed) === null,
    quantity: quantity === null || quantity === milli(0),
    words: !fits(typed),
  };
  return (["problem", "quantity", "words"] as const)
    .filter((field) => wrong[field])
    .map((field) => ({ field: `${field}-${typed.lineId}`, message: errors[field] }));
}

function kindOf({ problem }: Typed) {
  return PROBLEM_KINDS.find((kind) => kind === problem) ?? null;
}

function fits({ words }: Typed): boolean {
  return words.length <= MOST_LETTERS;
}

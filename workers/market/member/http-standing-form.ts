import { id, isId, type VariantId } from "#domain/kernel/ids.ts";
import { type BasisPoints, basisPointsFromPercent, type Milli } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { quantityFromForm } from "#frontend/ui/quantity-value.ts";

/** What the form of a list says, as far as it can be read. */
export interface TypedStanding {
  readonly lines: readonly {
    readonly variantId: VariantId;
    readonly quantity: string;
    readonly tolerance: string;
  }[];
  readonly added: { readonly variantId: VariantId; readonly quantity: string } | null;
  readonly where: string;
  readonly payment: "wallet" | "at-pickup";
  readonly isInPart: boolean;
  readonly rise: string;
}

/** A list as far as it is right: its lines that are wanted. */
export interface ReadStanding {
  readonly lines: readonly {
    readonly variantId: VariantId;
    readonly wanted: Milli;
    readonly tolerance: Milli;
  }[];
  readonly priceRise: BasisPoints;
  readonly place: string;
  readonly slotId: string | null;
}

const QUANTITY = "q-";

export function typedStanding(body: string): TypedStanding {
  const form = new URLSearchParams(body);
  const lines = [...form].flatMap(([name, quantity]) => {
    const variant = name.startsWith(QUANTITY) ? name.slice(QUANTITY.length) : "";
    if (!isId(variant)) return [];
    const tolerance = form.get(`t-${variant}`) ?? "0";
    return [{ variantId: id<VariantId>(variant), quantity, tolerance }];
  });
  const add = form.get("add") ?? "";
  const quantity = form.get("addq") ?? "";
  return {
    lines,
    added: isId(add) ? { variantId: id<VariantId>(add), quantity } : null,
    where: form.get("where") ?? "",
    payment: form.get("payment") === "at-pickup" ? "at-pickup" : "wallet",
    isInPart: form.get("part") !== "no",
    rise: form.get("rise") ?? "",
  };
}

/** What is wrong with it, or what it means. */
export function readStandingForm(
  t: Texts,
  typed: TypedStanding,
  nameOf: (variant: VariantId) => string,
): { readonly errors: readonly FieldError[]; readonly list: ReadStanding | null } {
  const errors: FieldError[] = [];
  const lines: ReadStanding["lines"][number][] = [];
  const take = (variantId: VariantId, field: string, quantity: string, tolerated: string) => {
    const wanted = quantityFromForm(quantity);
    const tolerance = quantityFromForm(tolerated);
    if (wanted === null || tolerance === null) {
      errors.push({ field, message: t.standing.quantityWrong(nameOf(variantId)) });
    } else if (wanted > 0) lines.push({ variantId, wanted, tolerance });
  };
  for (const { variantId, quantity, tolerance } of typed.lines) {
    take(variantId, `${QUANTITY}${variantId}`, quantity, tolerance);
  }
  if (typed.added !== null) take(typed.added.variantId, "addq", typed.added.quantity, "0");
  const priceRise = riseFrom(typed.rise);
  if (priceRise === null) errors.push({ field: "rise", message: t.standing.riseWrong });
  if (errors.length > 0 || priceRise === null) return { errors, list: null };
  const [place = "", slot = ""] = typed.where.split("|");
  return { errors, list: { lines, priceRise, place, slotId: isId(slot) ? slot : null } };
}

function riseFrom(text: string): BasisPoints | null {
  const said = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (said === null) return null;
  const [, whole = "", part = ""] = said;
  const rise = basisPointsFromPercent(part === "" ? whole : `${whole}.${part}`);
  return rise > 10_000 ? null : rise;
}

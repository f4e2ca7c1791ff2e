import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { isMultipleOf } from "#domain/kernel/quantity.ts";
import type { OfferTerms } from "./offer-terms.ts";
import type { CatalogueRefusal } from "./refusals.ts";

/** Whether these sizes can be sold together; the database holds the same. */
export function checkTerms<
  Terms extends Pick<OfferTerms, "kind" | "stepMilli" | "leastMilli" | "nominalGrams">,
>(terms: Terms): Outcome<Terms, CatalogueRefusal> {
  const { kind, stepMilli, leastMilli, nominalGrams } = terms;
  if ((kind === "variable") !== (nominalGrams !== null)) {
    return refuse({ code: "nominal-weight-misfit", kind });
  }
  if (leastMilli < stepMilli || !isMultipleOf(leastMilli, stepMilli)) {
    return refuse({ code: "least-not-in-steps", stepMilli, leastMilli });
  }
  return accept(terms);
}

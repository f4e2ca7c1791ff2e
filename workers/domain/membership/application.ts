import type { EnterpriseId } from "#domain/kernel/ids.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Identity } from "./book-entry.ts";
import { LEAST_AGE_YEARS, MOST_INSTALMENTS } from "./legal-limits.ts";
import type { MemberClass, MemberKind } from "./member.ts";
import { addMonths } from "./months.ts";
import type { MembershipRefusal, ShareRefusal } from "./refusals.ts";
import { isTaxCode } from "./tax-code.ts";

/** What somebody asks for who wants to be a member. */
export interface Application {
  readonly kind: MemberKind;
  readonly class: MemberClass;
  readonly enterpriseId: EnterpriseId | null;
  readonly ownMembers: number | null;
  readonly identity: Identity;
  readonly shares: number;
  readonly instalments: number;
}

/** What is known of the applicant. */
export interface Applicant {
  /** In the book, or waiting for an answer, as such a member already. */
  readonly isIn: boolean;
  /** Enterprises that they act for. */
  readonly enterprises: readonly string[];
}

/** Whether an application says what the book must say, and asks for what there is. */
export function checkApplication(
  application: Application,
  applicant: Applicant,
  today: CivilDate,
): Outcome<Application, MembershipRefusal | ShareRefusal> {
  const { kind, enterpriseId, identity, instalments } = application;
  if (applicant.isIn) return refuse({ code: "member-already" });
  if (!isTaxCode(kind, identity.taxCode)) return refuse({ code: "tax-code-wrong" });
  const field = misfitOf(application);
  if (field !== null) return refuse({ code: "identity-misfit", field });
  if (identity.bornOn !== null && addMonths(identity.bornOn, 12 * LEAST_AGE_YEARS) > today) {
    return refuse({ code: "too-young", years: LEAST_AGE_YEARS });
  }
  if (enterpriseId !== null && !applicant.enterprises.includes(enterpriseId)) {
    return refuse({ code: "enterprise-not-own" });
  }
  if (instalments > MOST_INSTALMENTS) {
    return refuse({ code: "instalments-too-many", most: MOST_INSTALMENTS });
  }
  return accept(application);
}

/** A natural person has a birth, a legal person somebody who stands for it (art. 2421 c.c.). */
function misfitOf({ kind, class: as, identity, ownMembers, enterpriseId }: Application) {
  const { bornOn, bornIn, representedBy } = identity;
  if (as === "producer" && enterpriseId === null) return "enterpriseId";
  if (kind === "natural") {
    if (bornOn === null) return "bornOn";
    if (bornIn === null) return "bornIn";
    if (representedBy !== null) return "representedBy";
    return ownMembers === null ? null : "ownMembers";
  }
  if (representedBy === null) return "representedBy";
  if (bornOn !== null || bornIn !== null) return "bornOn";
  // Whoever works or drives here does it in person.
  return as === "worker" ? "class" : null;
}

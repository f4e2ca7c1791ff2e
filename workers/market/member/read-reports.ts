import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { EnterpriseId, ProblemId } from "#domain/kernel/ids.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { enterpriseById } from "#store/enterprises.ts";
import { problemPage, type ShownProblem } from "#store/problem-lists.ts";
import { withoutReading } from "#store/statement.ts";
import { isOpenTo } from "./reads.ts";

/** As many as one page shows. */
const MOST = 50;

export interface ReportsView {
  readonly around: Around;
  /** Whose goods; null for everybody's. */
  readonly producer: { readonly id: EnterpriseId; readonly name: string } | null;
  readonly reports: readonly ShownProblem[];
  /** After which the next page begins; null on the last one. */
  readonly next: string | null;
  readonly mayAnswer: boolean;
  readonly mayPayBack: boolean;
}

/** The reports of the network for those who answer them; of a producer's goods for the producer. */
export async function readReports(
  request: Request,
  producer: EnterpriseId | null,
  after: ProblemId | null,
): Promise<Outcome<ReportsView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: problemPage(producer, { after, limit: MOST }),
    enterprise: producer === null ? withoutReading(null) : enterpriseById(producer),
  });
  const allowed =
    producer === null
      ? allow(principal, "problems.read")
      : allow(principal, "producer-problems.read", { producer });
  if (!allowed.ok) return allowed;
  const { page, enterprise } = known;
  return accept({
    around: aroundOf(known, request),
    producer: producer === null ? null : { id: producer, name: enterprise?.name ?? "" },
    reports: page.items,
    next: page.next,
    mayAnswer: producer === null && isOpenTo(principal, "problems.answer"),
    mayPayBack: producer === null && isOpenTo(principal, "dues.settle"),
  });
}

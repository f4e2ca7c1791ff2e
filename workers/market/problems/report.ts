import { allow } from "#domain/access/access.ts";
import { actorName, type Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { ruleAt } from "#domain/governance/rule.ts";
import type { LineId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Milli } from "#domain/kernel/quantity.ts";
import { problemReportedMail } from "#domain/notices/problem-mail.ts";
import { problemTerms } from "#domain/orders/problem-terms.ts";
import { checkReport, type ProblemKind } from "#domain/orders/problems.ts";
import type { OrderRefusal, ProblemRefusal } from "#domain/orders/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { queueLetter } from "#store/letters.ts";
import { type OrderRow, orderRow } from "#store/order-reads.ts";
import {
  type LineToReport,
  lineToReport,
  noteProblem,
  PROBLEM_MISFIT,
  PROBLEM_REPORTED,
} from "#store/problems.ts";
import { networkRules } from "#store/rules.ts";

/** What is wrong with a line, as whoever collected it says. */
export interface ReportProblem {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly problem: ProblemKind;
  readonly quantityMilli: Milli;
  readonly words: string | null;
}

export interface Reported {
  readonly id: ProblemId;
  readonly lineId: LineId;
  readonly problem: ProblemKind;
  readonly quantityMilli: Milli;
  readonly reportedAt: Instant;
}

type Refusal = AccessRefusal | OrderRefusal | ProblemRefusal;

/** Reports a problem with a line, once, within the days that the order was promised. */
export function reportProblem(request: Request, command: ReportProblem) {
  const { orderId, lineId, quantityMilli } = command;
  const { now, ids } = request.ports;
  const id = ids.next<ProblemId>();
  return perform(request, {
    load: () => ({
      order: orderRow(orderId),
      line: lineToReport(orderId, lineId),
      rules: networkRules(),
    }),
    decide: ({ order, line, rules }, principal): Outcome<Plan<Reported>, Refusal> => {
      const own = mayReport(principal, order);
      if (!own.ok) return own;
      if (line === null) return refuse({ code: "line-unknown", lineId });
      const { handedOutAt, placedAt } = own.value;
      const { reportDays } = problemTerms((key) => ruleAt(rules, key, placedAt));
      const inHand = { ...line, orderId, handedOutAt, reportDays };
      const checked = checkReport(inHand, quantityMilli, now);
      if (!checked.ok) return checked;
      const { enterpriseId } = line;
      const { problem, words } = command;
      const row = { id, lineId, orderId, enterpriseId, kind: problem, quantityMilli };
      return accept({
        status: 201,
        value: { id, lineId, problem, quantityMilli, reportedAt: now },
        statements: [
          ...noteProblem({ ...row, at: now, actor: actorName(principal) }, words),
          ...letters(command, line, { id, now }),
        ],
      });
    },
    guards: {
      [PROBLEM_REPORTED]: { code: "problem-reported", lineId },
      [PROBLEM_MISFIT]: "decide-again",
    },
  });
}

/** An order that one may not even read is not there (DESIGN §6 law 10). */
function mayReport(principal: Principal, order: OrderRow | null): Outcome<OrderRow, AccessRefusal> {
  if (order === null) return refuse({ code: "not-found", what: "order" });
  const { id, personId: person, householdId: household, groupId: coordinator, hubId: hub } = order;
  const subjects = { order: id, person, household, coordinator, hub };
  const missing = refuse({ code: "not-found", what: "order" });
  if (!allow(principal, "orders.read", subjects).ok) return missing;
  const allowed = allow(principal, "orders.report", subjects);
  return allowed.ok ? accept(order) : allowed;
}

/** To the producer and to the network; whose order it is stands in neither. */
function letters(
  { problem, quantityMilli, words }: ReportProblem,
  line: LineToReport,
  { id, now: at }: { readonly id: ProblemId; readonly now: Instant },
): Statement[] {
  const { productName, isByWeight, producerEmail, networkEmail } = line;
  const thing = { productName, isByWeight, quantityMilli, problem };
  const letter = problemReportedMail("it", thing, words);
  const addresses = new Set([producerEmail, networkEmail].filter((to) => to !== null));
  return [...addresses].flatMap((to, index) =>
    queueLetter({ key: `problem-reported:${id}:${index}`, to, letter, at }),
  );
}

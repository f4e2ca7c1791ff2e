import {
  type CycleId,
  type HouseholdId,
  id,
  type OrderId,
  type VariantId,
} from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, type Instant } from "#domain/kernel/instant.ts";
import { milli } from "#domain/kernel/quantity.ts";
import type { StandingNo, StandingTold } from "#domain/orders/standing.ts";
import type { Row } from "#ports/database.ts";
import { type Cells, instantAt, integer, text, textOrNull } from "./cells.ts";
import { HELD, type Shown } from "./held.ts";
import { type Page, type PageAsked, pageValues, paged } from "./page.ts";
import { listsAt } from "./row-lists.ts";
import type { Loader } from "./statement.ts";

/** What came of a list in a cycle, as its household reads it. */
export interface StandingRun {
  readonly cycleId: CycleId;
  readonly cycleCode: string;
  readonly deliveryDay: CivilDate;
  readonly at: Instant;
  readonly outcome: "placed" | "partly" | "failed" | "skipped";
  readonly orderId: OrderId | null;
  readonly no: StandingNo | null;
  readonly lines: readonly ToldLine[];
}

/** A line of it, with the product's name. */
export interface ToldLine extends StandingTold {
  readonly productName: string;
  readonly label: string;
  readonly kind: "piece" | "kg" | "variable";
}

const RUNS = `SELECT r.cycle_id, c.code, c.delivery_day, r.at, r.outcome, r.order_id, r.reason,
        (SELECT json_group_array(json_array(t.value ->> 'variantId', t.value ->> 'wantedMilli',
            t.value ->> 'orderedMilli', json(t.value -> 'no'), p.name, v.label, v.kind)
          ORDER BY t.key)
          FROM json_each(r.lines) AS t JOIN variant v ON v.id = t.value ->> 'variantId'
          JOIN product p ON p.id = v.product_id)
      FROM standing_order s JOIN standing_run r ON r.standing_id = s.id
      JOIN cycle c ON c.id = r.cycle_id
      WHERE (?2 = '' OR r.cycle_id < ?2) AND s.household_id = `;
const RUNS_END = "ORDER BY r.cycle_id DESC LIMIT ?3";

/** What came of a household's lists so far, the latest first. */
export function standingRuns(
  household: HouseholdId | null,
  asked: PageAsked,
): Loader<Page<StandingRun>> {
  const { after, limit } = pageValues(asked);
  const statement = { sql: `${RUNS}?1 ${RUNS_END}`, args: [household, after, limit] };
  const loader = { statement, parse: (rows: readonly Row[]) => rows.map(toRun) };
  return paged(loader, asked, ({ cycleId }) => cycleId);
}

/** The latest of a household of whoever asks. */
export function runsOfHolder(
  { session, bearer }: Shown,
  household: string | null,
  limit: number,
): Loader<StandingRun[]> {
  const held = HELD.replaceAll("?3", "?6").replaceAll("?2", "?5").replaceAll("?1", "?4");
  return {
    statement: {
      sql: `${RUNS}(${held}) ${RUNS_END}`,
      args: [null, "", limit, session, bearer, household],
    },
    parse: (rows) => rows.map(toRun),
  };
}

function toRun(row: Row): StandingRun {
  return {
    cycleId: id<CycleId>(text(row, 0)),
    cycleCode: text(row, 1),
    deliveryDay: civilDate(text(row, 2)),
    at: instantAt(row, 3),
    outcome: text(row, 4) as StandingRun["outcome"],
    orderId: textOrNull(row, 5) as OrderId | null,
    no: textOrNull(row, 6) as StandingNo | null,
    lines: listsAt(row, 7, toTold),
  };
}

function toTold(cells: Cells): ToldLine {
  return {
    variantId: id<VariantId>(text(cells, 0)),
    wantedMilli: milli(integer(cells, 1)),
    orderedMilli: milli(integer(cells, 2)),
    no: cells[3] as StandingTold["no"],
    productName: text(cells, 4),
    label: text(cells, 5),
    kind: text(cells, 6) as ToldLine["kind"],
  };
}

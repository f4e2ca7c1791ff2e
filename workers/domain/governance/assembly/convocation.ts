import type { AssemblyRefusal } from "./refusals.ts";
import { daysBetween, type Instant, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** Days from the convocation to the first call, at least. */
const NOTICE_DAYS = { least: 8, article: "art. 2366 c.3 c.c." } as const;
/** The second call is on another day, within so many days of the first. */
const SECOND_CALL = { most: 30, article: "art. 2369 c.1-2 c.c." } as const;

/** What a convocation says. */
export interface Convocation {
  readonly firstCallAt: Instant;
  readonly secondCallAt: Instant | null;
  /** How many items its agenda has. */
  readonly items: number;
}

/**
 * A convocation as it may go out now: eight days ahead, with an agenda, its second call on another
 * day than the first and at most thirty days later.
 */
export function checkConvocation(
  { firstCallAt, secondCallAt, items }: Convocation,
  now: Instant,
): Outcome<null, AssemblyRefusal> {
  if (items === 0) return refuse({ code: "agenda-empty" });
  const [today, firstDay] = [toRome(now).date, toRome(firstCallAt).date];
  if (daysBetween(today, firstDay) < NOTICE_DAYS.least) {
    return refuse({ code: "assembly-too-soon", days: NOTICE_DAYS.least });
  }
  return checkSecondCall({ firstCallAt, secondCallAt });
}

/** A second call is on another day than the first; also of a draft. */
export function checkSecondCall({
  firstCallAt,
  secondCallAt,
}: Pick<Convocation, "firstCallAt" | "secondCallAt">): Outcome<null, AssemblyRefusal> {
  if (secondCallAt === null) return accept(null);
  const between = daysBetween(toRome(firstCallAt).date, toRome(secondCallAt).date);
  return between >= 1 && between <= SECOND_CALL.most
    ? accept(null)
    : refuse({ code: "second-call-misplaced", most: SECOND_CALL.most });
}

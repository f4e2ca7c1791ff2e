import { expect, test } from "vitest";
import { civilDate, DAY, fromRome, later } from "#domain/kernel/instant.ts";
import { exitAnswerBy, tradeEndsOn } from "./exit-terms.ts";

const noon = (day: string) => fromRome({ date: civilDate(day), minuteOfDay: 720 });

// Art. 2532 c.3 c.c.
test("who asks three months before the end of the year trades until it ends", () => {
  expect(tradeEndsOn(noon("2026-03-01"))).toBe("2026-12-31");
  expect(tradeEndsOn(noon("2026-09-30"))).toBe("2026-12-31");
});

test("who asks later trades until the end of the next", () => {
  expect(tradeEndsOn(noon("2026-10-01"))).toBe("2027-12-31");
  expect(tradeEndsOn(noon("2026-12-31"))).toBe("2027-12-31");
});

test("the board answers within sixty days", () => {
  const asked = noon("2026-03-01");
  expect(exitAnswerBy(asked)).toBe(later(asked, 60 * DAY));
});

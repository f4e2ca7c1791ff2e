import { expect, test } from "vitest";
import { civilDate, fromRome, type Instant } from "#domain/kernel/instant.ts";
import { checkConvocation, type Convocation } from "./convocation.ts";

const at = (day: string, hour: number): Instant =>
  fromRome({ date: civilDate(day), minuteOfDay: hour * 60 });
const now = at("2026-11-20", 18);
const convocation: Convocation = {
  firstCallAt: at("2026-11-28", 9),
  secondCallAt: at("2026-11-29", 9),
  items: 2,
};

test("a convocation goes out eight days ahead, not seven", () => {
  expect(checkConvocation(convocation, now)).toMatchObject({ ok: true });
  const seven = { ...convocation, firstCallAt: at("2026-11-27", 23) };
  expect(checkConvocation(seven, now)).toEqual({
    ok: false,
    refusal: { code: "assembly-too-soon", days: 8 },
  });
});

test("says what is to be decided", () => {
  expect(checkConvocation({ ...convocation, items: 0 }, now)).toMatchObject({
    refusal: { code: "agenda-empty" },
  });
});

test.each([
  ["on the same day", at("2026-11-28", 20)],
  ["before the first", at("2026-11-27", 9)],
  ["more than thirty days later", at("2026-12-29", 9)],
])("has no second call %s", (_, secondCallAt) => {
  expect(checkConvocation({ ...convocation, secondCallAt }, now)).toMatchObject({
    refusal: { code: "second-call-misplaced", most: 30 },
  });
});

test("has its second call the day after, thirty days later, or none", () => {
  for (const secondCallAt of [at("2026-11-29", 0), at("2026-12-28", 23), null]) {
    expect(checkConvocation({ ...convocation, secondCallAt }, now).ok).toBe(true);
  }
});

import { expect, test } from "vitest";
import { aCall, cast } from "#tests/ballots.ts";
import { type CallResult, resultText } from "./call-result.ts";
import { countCall } from "./count-call.ts";

test("a result has one text, whatever the order in which it was put together", () => {
  const result = countCall(aCall({ ballots: [cast("ada", { vote: "yes" })] }));
  const turned = Object.fromEntries(Object.entries(result).toReversed()) as unknown as CallResult;
  expect(resultText(turned)).toBe(resultText(result));
  expect(JSON.parse(resultText(result))).toEqual(result);
});

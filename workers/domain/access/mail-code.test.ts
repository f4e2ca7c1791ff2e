import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { CODE_LIVES_MS, judgeTry } from "./mail-code.ts";

const sent = { expiresAt: instant(CODE_LIVES_MS), tries: 0, usedAt: null };
const codeOf = (judged: ReturnType<typeof judgeTry>) => (judged.ok ? "right" : judged.refusal.code);

test("a code is good for ten minutes and not a moment longer", () => {
  expect(CODE_LIVES_MS).toBe(600_000);
  expect(codeOf(judgeTry(sent, true, instant(CODE_LIVES_MS - 1)))).toBe("right");
  expect(codeOf(judgeTry(sent, true, instant(CODE_LIVES_MS)))).toBe("code-spent");
});

test("the fifth try may be right, the sixth is too late", () => {
  expect(codeOf(judgeTry({ ...sent, tries: 4 }, true, instant(0)))).toBe("right");
  expect(codeOf(judgeTry({ ...sent, tries: 5 }, true, instant(0)))).toBe("code-spent");
});

test("a wrong try says how many are left", () => {
  expect(judgeTry(sent, false, instant(0))).toEqual({
    ok: false,
    refusal: { code: "code-wrong", triesLeft: 4 },
  });
});

test("a code that was used, or never sent, is spent", () => {
  expect(codeOf(judgeTry({ ...sent, usedAt: instant(1) }, true, instant(2)))).toBe("code-spent");
  expect(codeOf(judgeTry(null, false, instant(2)))).toBe("code-spent");
});

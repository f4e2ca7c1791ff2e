import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { letterText } from "./letter-sheet.ts";
import { voteMail, type VoteStep, type VoteTold } from "./vote-mail.ts";

const vote: VoteTold = {
  number: 7,
  title: "Consegna anche il sabato",
  body: "Si consegna il venerdì e il sabato.",
  isSecond: false,
  opensAt: instant(Date.UTC(2026, 5, 10, 8)),
  closesAt: instant(Date.UTC(2026, 5, 15, 8)),
  digest: "abc",
  outcome: "passed",
};
const STEPS: readonly VoteStep[] = [
  "vote-noticed",
  "vote-opens",
  "vote-extended",
  "vote-result",
  "vote-challenged",
  "vote-annulled",
];

function textOf(step: VoteStep, change: Partial<VoteTold> = {}, lang: "it" | "en" = "it") {
  const link = "https://filiera.example/proposte/7";
  const sheet = { networkName: "Rete di Veronetta", link, code: null };
  return letterText(voteMail(lang, step, { ...vote, ...change }), sheet);
}

describe("a letter about a vote", () => {
  test("gives notice with the whole text, when one votes, and the notice's digest", () => {
    const { kind, subject } = voteMail("it", "vote-noticed", vote);
    expect([kind, subject]).toEqual(["vote-noticed", `Avviso di votazione: ${vote.title}`]);
    const text = textOf("vote-noticed");
    expect(text).toContain("da mercoledì 10/6 alle 10:00 fino a lunedì 15/6 alle 10:00");
    expect(text).toContain(vote.body);
    expect(text).toContain("abc");
    expect(text).not.toContain("seconda chiamata");
  });

  test("says that it is the second call", () => {
    expect(textOf("vote-noticed", { isSecond: true })).toContain("seconda chiamata");
  });

  test("says what came of it", () => {
    expect(textOf("vote-result")).toContain("approvata");
    expect(textOf("vote-result", { outcome: "rejected" })).toContain("respinta");
    expect(textOf("vote-result", { outcome: "no-quorum" })).toContain("abbastanza voti");
  });

  test("of any other step goes to who wants it", () => {
    for (const step of STEPS.filter((one) => one !== "vote-noticed")) {
      expect(voteMail("it", step, vote).kind).toBe("vote-news");
    }
  });

  test.each(STEPS)("%s reads in English too, and differs from the others", (step) => {
    const text = textOf(step, {}, "en");
    expect(text).toContain("https://filiera.example/proposte/7");
    expect(text).not.toBe(textOf(step));
    expect(STEPS.filter((other) => textOf(other, {}, "en") === text)).toEqual([step]);
  });
});

import { expect, test } from "vitest";
import { membershipMail, type MembershipNews } from "./membership-mail.ts";

const news: readonly MembershipNews[] = [
  "applied",
  "admitted",
  "refused",
  "suspended",
  "reinstated",
  "exit-asked",
  "exited",
  "exit-refused",
  "payment-demanded",
  "excluded",
  "exclusion-annulled",
];

test.each(["it", "en"] as const)("in %s each thing that happens has words of its own", (lang) => {
  const letters = news.map((one) => membershipMail(lang, one, { name: "Anna", reason: null }));
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(news.length);
  for (const { kind, pieces } of letters) {
    expect(kind).toBe("membership");
    expect(pieces[0]).toEqual({ words: "Anna," });
    expect(pieces).toHaveLength(2);
  }
});

test("who is told no is told why, in the words of who decided", () => {
  const { pieces } = membershipMail("it", "refused", { name: "Anna", reason: "Vende altrove" });
  expect(pieces.at(-1)).toEqual({ words: "Il perché: Vende altrove" });
});

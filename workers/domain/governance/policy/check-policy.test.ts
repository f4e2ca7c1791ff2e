import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { aPolicy, aRule } from "#tests/policies.ts";
import { checkPolicy } from "./check-policy.ts";

const producers = { touchesProducers: true };
const nobody = { touchesProducers: false };

describe("a policy", () => {
  test("of one head one vote, within the law, may be written", () => {
    expect(checkPolicy(aPolicy(), producers)).toMatchObject({ ok: true });
  });

  test.each([
    ["fewer than 90 days in the book", { daysEnrolled: 89 }, "art. 2538 c.1 c.c."],
    ["more than ten proxies", { mostProxies: 11 }, "art. 2539 c.1 c.c."],
    [
      "more than five votes for a legal person",
      { votes: { kind: "legal-persons", most: 6 } as const },
      "art. 2538 c.3 c.c.",
    ],
  ])("with %s is below the law, which is named", (_, change, article) => {
    expect(checkPolicy(aPolicy(change), nobody)).toMatchObject({
      refusal: { code: "below-legal-floor", article },
    });
  });

  test("that touches who sells here waits for fifteen days, another need not", () => {
    const quick = aPolicy({ times: { ...aPolicy().times, timelock: 14 } });
    expect(checkPolicy(quick, producers)).toMatchObject({
      refusal: { code: "below-legal-floor", least: 15 },
    });
    expect(checkPolicy(quick, nobody)).toMatchObject({ ok: true });
  });

  test.each([
    ["revote-is-for-open-ballots", { secrecy: "detached", mayRevote: true }],
    [
      "own-ballot-over-proxy-is-for-open-ballots",
      { secrecy: "detached", mayRevote: false, mostProxies: 2 },
    ],
    ["revote-is-for-open-ballots", { secrecy: "blind", mayRevote: true }],
    [
      "tokens-weigh-alike",
      {
        secrecy: "blind",
        mayRevote: false,
        mostProxies: 0,
        votes: { kind: "legal-persons", most: 3 },
      },
    ],
    [
      "secret-weights-of-their-own",
      { secrecy: "detached", mayRevote: false, mostProxies: 0, votes: { kind: "exchange" } },
    ],
    ["method-counts-heads", { method: "scottish", votes: { kind: "exchange" } }],
    ["seats", { seats: 2 }],
    ["seats", { method: "wigm", seats: 0 }],
    ["proxies", { mostProxies: -1 }],
    ["share", { calls: [aRule({ quorum: fraction(11, 10) })] }],
    ["share", { calls: [aRule({ share: fraction(1), isStrict: true })] }],
    ["times", { times: { ...aPolicy().times, notice: 0 } }],
    ["times", { times: { ...aPolicy().times, challenge: 1.5 } }],
    ["colleges", { votes: { kind: "colleges", colleges: [], empty: "lost" } }],
  ] as const)("that cannot be is refused when it is written: %s", (why, change) => {
    expect(checkPolicy(aPolicy(change), nobody)).toEqual({
      ok: false,
      refusal: { code: "policy-impossible", why },
    });
  });
});

import { describe, expect, test } from "vitest";
import { DAY, instant } from "#domain/kernel/instant.ts";
import { aRuleDescriptor, aVersion } from "#tests/rules.ts";
import { officersDeed } from "./officers-power.ts";

const fee = aRuleDescriptor();
const article = aRuleDescriptor({ key: "statute", subject: "article", policy: "statute" });
const founding = { byOfficers: "until-first-vote", hasVoted: false };
const governed = { ...founding, hasVoted: true };
const now = instant(1000);
const versions = [aVersion(1, "600")];
const urgent = { ...aVersion(2, "900"), expiresAt: instant(1000 + 60 * DAY) };

describe("officers", () => {
  test("decide rules for good until the first vote of the members was counted", () => {
    expect(officersDeed(fee, versions, founding, now)).toEqual({
      ok: true,
      value: { expiresAt: null },
    });
  });

  test("write down the statute as it was founded, and never change it", () => {
    expect(officersDeed(article, [], founding, now).ok).toBe(true);
    const again = officersDeed(article, versions, founding, now);
    expect(again).toMatchObject({ refusal: { code: "rule-needs-vote", policy: "statute" } });
    expect(officersDeed(article, [], governed, now).ok).toBe(false);
  });

  test("then decide what cannot wait, for sixty days", () => {
    const deed = officersDeed(fee, versions, governed, now);
    expect(deed).toEqual({ ok: true, value: { expiresAt: 1000 + 60 * DAY } });
  });

  test("may correct an urgent deed, which does not last longer by it", () => {
    const later = instant(1000 + 59 * DAY);
    const deed = officersDeed(fee, [...versions, urgent], governed, later);
    expect(deed).toEqual({ ok: true, value: { expiresAt: urgent.expiresAt } });
  });

  test("do not prolong it by another one: what comes next is up to the members", () => {
    const over = officersDeed(fee, [...versions, urgent], governed, urgent.expiresAt);
    expect(over).toMatchObject({
      refusal: { code: "rule-urgency-over", since: urgent.expiresAt },
    });
    const voted = { ...aVersion(3, "700"), effectiveAt: instant(1000 + 70 * DAY) };
    const after = instant(1000 + 71 * DAY);
    expect(officersDeed(fee, [...versions, urgent, voted], governed, after).ok).toBe(true);
  });

  test("do so no more once members, or they themselves, have said never", () => {
    const never = { byOfficers: "never", hasVoted: false };
    expect(officersDeed(fee, versions, never, now)).toMatchObject({
      refusal: { code: "rule-needs-vote", key: "network-fee", policy: "rules" },
    });
  });

  test("never decide urgently on their own powers", () => {
    const power = aRuleDescriptor({ key: "rules-by-officers", policy: "statute" });
    expect(officersDeed(power, versions, governed, now)).toMatchObject({
      refusal: { code: "rule-needs-vote", policy: "statute" },
    });
  });

  test("enter what an enterprise decides for itself, which no vote is about", () => {
    const minimum = aRuleDescriptor({ key: "producer-minimum", policy: null });
    expect(officersDeed(minimum, versions, { ...governed, byOfficers: "never" }, now).ok).toBe(
      true,
    );
  });
});

import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { checkConsent, type ConsentRecord, PURPOSES, standings } from "./consents.ts";

const said = (isGiven: boolean, at: number, textVersion = 1): ConsentRecord => ({
  purpose: "reminders",
  isGiven,
  textVersion,
  channel: "page",
  paper: null,
  recordedBy: null,
  at: instant(at),
});
const reminders = (records: readonly ConsentRecord[]) =>
  standings(records).find(({ key }) => key === "reminders");

describe("what somebody agrees to", () => {
  test("nothing optional is on until its person says yes", () => {
    const on = standings([]).filter(({ isOn }) => isOn);
    expect(on.map(({ key }) => key)).toEqual(["orders", "books", "security"]);
    expect(on.every(({ isOptional }) => !isOptional)).toBe(true);
  });

  test("the last word counts, and says since when", () => {
    expect(reminders([said(true, 5)])).toMatchObject({ isOn: true, since: 5 });
    expect(reminders([said(true, 5), said(false, 6)])).toMatchObject({ isOn: false, since: 6 });
    expect(reminders([said(false, 5), said(true, 6)])?.isOn).toBe(true);
  });

  test("who agreed to an older wording has not agreed to this one", () => {
    expect(reminders([said(true, 5, 2)])?.isOn).toBe(false);
  });

  test("each purpose has one name", () => {
    expect(new Set(PURPOSES.map(({ key }) => key)).size).toBe(PURPOSES.length);
  });
});

describe("what can be said", () => {
  test("what goes with an order cannot be switched", () => {
    const asked = { purpose: "orders", isGiven: false, textVersion: 1 } as const;
    const refusal = { code: "consent-not-optional", purpose: "orders" };
    expect(checkConsent(asked)).toEqual({ ok: false, refusal });
  });

  test("nobody agrees to a wording that they did not read", () => {
    const asked = { purpose: "reminders", isGiven: true, textVersion: 2 } as const;
    const refusal = { code: "consent-text-changed", purpose: "reminders", textVersion: 1 };
    expect(checkConsent(asked)).toEqual({ ok: false, refusal });
    expect(checkConsent({ ...asked, textVersion: 1 }).ok).toBe(true);
  });

  test("withdrawing asks for no wording", () => {
    expect(checkConsent({ purpose: "reminders", isGiven: false, textVersion: 9 }).ok).toBe(true);
  });
});

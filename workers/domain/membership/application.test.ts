import { describe, expect, test } from "vitest";
import { type EnterpriseId, id } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { type Applicant, type Application, checkApplication } from "./application.ts";

const orchard = id<EnterpriseId>("01jd3x5k7m9npqrstvwxyz0002");
const today = civilDate("2026-06-02");
const stranger: Applicant = { isIn: false, enterprises: [] };

const mario: Application = {
  kind: "natural",
  class: "consumer",
  enterpriseId: null,
  ownMembers: null,
  identity: {
    name: "Mario Rossi",
    taxCode: "RSSMRA80A01H501U",
    bornOn: civilDate("1980-01-01"),
    bornIn: "Roma",
    representedBy: null,
    street: "via Cantarane 27",
    postcode: "37129",
    town: "Verona",
  },
  shares: 2,
  instalments: 1,
};
const dairy: Application = {
  ...mario,
  kind: "legal",
  class: "producer",
  enterpriseId: orchard,
  ownMembers: 12,
  identity: {
    ...mario.identity,
    name: "Frutteto dell’Adige",
    taxCode: "00743110157",
    bornOn: null,
    bornIn: null,
    representedBy: "Mario Rossi",
  },
};

const codeOf = (application: Application, applicant = stranger) => {
  const checked = checkApplication(application, applicant, today);
  return checked.ok ? "ok" : checked.refusal.code;
};

describe("an application", () => {
  test("says what the book must say of a person, or of an enterprise", () => {
    expect(codeOf(mario)).toBe("ok");
    expect(codeOf(dairy, { isIn: false, enterprises: [orchard] })).toBe("ok");
  });

  test("of who is in, or waits, already is none", () => {
    expect(codeOf(mario, { ...stranger, isIn: true })).toBe("member-already");
  });

  test("has a tax code that exists", () => {
    const identity = { ...mario.identity, taxCode: "RSSMRA80A01H501X" };
    expect(codeOf({ ...mario, identity })).toBe("tax-code-wrong");
  });

  test.each([
    ["bornOn", { ...mario, identity: { ...mario.identity, bornOn: null } }],
    ["bornIn", { ...mario, identity: { ...mario.identity, bornIn: null } }],
    ["representedBy", { ...mario, identity: { ...mario.identity, representedBy: "X" } }],
    ["ownMembers", { ...mario, ownMembers: 3 }],
    ["enterpriseId", { ...mario, class: "producer" }],
    ["representedBy", { ...dairy, identity: { ...dairy.identity, representedBy: null } }],
    ["bornOn", { ...dairy, identity: { ...dairy.identity, bornOn: today } }],
    ["class", { ...dairy, class: "worker" }],
  ] as const)("is refused where %s does not go with it", (field, application) => {
    const applicant = { isIn: false, enterprises: [orchard] };
    expect(checkApplication(application, applicant, today)).toEqual({
      ok: false,
      refusal: { code: "identity-misfit", field },
    });
  });

  test("is for who is of age, from the birthday on", () => {
    const born = (day: string) => ({
      ...mario,
      identity: { ...mario.identity, bornOn: civilDate(day) },
    });
    expect(codeOf(born("2008-06-02"))).toBe("ok");
    expect(codeOf(born("2008-06-03"))).toBe("too-young");
  });

  test("for an enterprise comes from who acts for it", () => {
    expect(codeOf(dairy)).toBe("enterprise-not-own");
  });

  test("pays in twelve parts at most", () => {
    expect(codeOf({ ...mario, instalments: 12 })).toBe("ok");
    expect(codeOf({ ...mario, instalments: 13 })).toBe("instalments-too-many");
  });
});

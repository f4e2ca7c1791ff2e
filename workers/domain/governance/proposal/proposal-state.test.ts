import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import {
  extensionOf,
  mayExecute,
  type ProposalRow,
  proposalState,
  takesBallots,
} from "./proposal-state.ts";

const at = instant;
const blank: ProposalRow = {
  submittedAt: null,
  endorsedAt: null,
  notice: null,
  tally: null,
  hasSecondCall: false,
  queue: null,
  ended: null,
};
const notice = { noticedAt: at(100), opensAt: at(200), closesAt: at(300), extendedTo: null };
const noticed = { ...blank, submittedAt: at(1), endorsedAt: at(50), notice };
const tally = { hasQuorum: true, passes: true, challengeUntil: at(400) };
const queue = { from: at(500), until: at(600), executedAt: null };

describe("a proposal", () => {
  test("is an idea, then looks for names, then is discussed", () => {
    expect(proposalState(blank, at(5))).toBe("draft");
    expect(proposalState({ ...blank, submittedAt: at(1) }, at(5))).toBe("endorsing");
    expect(proposalState({ ...noticed, notice: null }, at(60))).toBe("discussion");
  });

  test.each([
    [199, "noticed"],
    [200, "open"],
    [299, "open"],
    [300, "closed"],
  ] as const)("at instant %i is %s", (now, state) => {
    expect(proposalState(noticed, at(now))).toBe(state);
  });

  test("that was extended takes ballots until the second closing, and not at it", () => {
    const late = { ...noticed, notice: { ...notice, extendedTo: at(350) } };
    const states = [299, 300, 349, 350].map((now) => proposalState(late, at(now)));
    expect(states).toEqual(["open", "extended", "extended", "closed"]);
  });

  test.each([
    [399, "challenge"],
    [400, "queued"],
    [599, "queued"],
    [600, "expired"],
  ] as const)("that passed is at instant %i %s", (now, state) => {
    expect(proposalState({ ...noticed, tally, queue }, at(now))).toBe(state);
  });

  test("that passed and changes no rule is passed for good", () => {
    expect(proposalState({ ...noticed, tally }, at(9999))).toBe("passed");
  });

  test("that was executed stays so, also past its grace", () => {
    const done = { ...noticed, tally, queue: { ...queue, executedAt: at(510) } };
    expect(proposalState(done, at(9999))).toBe("executed");
  });

  test("without quorum waits for its second call, where there is one", () => {
    const missed = { ...noticed, tally: { ...tally, hasQuorum: false, passes: false } };
    expect(proposalState(missed, at(400))).toBe("rejected");
    expect(proposalState({ ...missed, hasSecondCall: true }, at(400))).toBe("no-quorum");
    const lost = { ...noticed, tally: { ...tally, passes: false }, hasSecondCall: true };
    expect(proposalState(lost, at(400))).toBe("rejected");
  });

  test.each(["withdrawn", "superseded", "vetoed", "annulled"] as const)(
    "that was %s is so from then on, and was not before",
    (how) => {
      const ended = { ...noticed, ended: { how, at: at(250) } };
      expect(proposalState(ended, at(249))).toBe("open");
      expect(proposalState(ended, at(250))).toBe(how);
    },
  );

  test("takes ballots from its opening to before its closing, for any clock (I5)", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.boolean(), (now, isTallied) => {
        const row = isTallied && now >= 300 ? { ...noticed, tally } : noticed;
        expect(takesBallots(row, at(now))).toBe(now >= 200 && now < 300);
      }),
    );
  });

  test("may be executed between its timelock and its grace, and once", () => {
    const row = { ...noticed, tally, queue };
    expect([499, 500, 599, 600].map((now) => mayExecute(row, at(now)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const done = { ...row, queue: { ...queue, executedAt: at(510) } };
    expect(mayExecute(done, at(520))).toBe(false);
  });
});

describe("a quorum that comes late", () => {
  test("gives everybody as much time again, to the instant", () => {
    expect(extensionOf(at(300), at(250), 50)).toBe(350);
    expect(extensionOf(at(300), at(249), 50)).toBeNull();
    expect(extensionOf(at(300), at(299), 50)).toBe(350);
  });

  test("gives nothing where it never comes, comes at the close, or extends nothing", () => {
    expect(extensionOf(at(300), null, 50)).toBeNull();
    expect(extensionOf(at(300), at(300), 50)).toBeNull();
    expect(extensionOf(at(300), at(299), 0)).toBeNull();
  });
});

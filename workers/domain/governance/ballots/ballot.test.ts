import { expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { instant } from "#domain/kernel/instant.ts";
import {
  ballotDigest,
  type Casting,
  type OpenBallot,
  receiptDigest,
  type SecretBallot,
  secretBallotDigest,
  TRACKER,
} from "./ballot.ts";

const box = { proposalId: "p", callNumber: 1 };
const open: Omit<OpenBallot, "number"> = {
  tracker: "0123456789abcdefghjkmnpqrs",
  member: "ada",
  by: "bruno",
  nth: 1,
  choice: { vote: "yes" },
};
const casting: Casting = { castAt: instant(1000), paper: null };
const secret: SecretBallot = {
  mark: "m",
  class: "",
  basis: "head",
  weight: fraction(1),
  choice: { vote: "yes" },
};

test("whatever of an open ballot is altered, its digest is another", () => {
  const digests = [
    ballotDigest(box, open, casting),
    ballotDigest({ ...box, proposalId: "q" }, open, casting),
    ballotDigest({ ...box, callNumber: 2 }, open, casting),
    ballotDigest(box, { ...open, tracker: "x" }, casting),
    ballotDigest(box, { ...open, member: "carla" }, casting),
    ballotDigest(box, { ...open, by: "ada" }, casting),
    ballotDigest(box, { ...open, nth: 2 }, casting),
    ballotDigest(box, { ...open, choice: { vote: "no" } }, casting),
    ballotDigest(box, open, { ...casting, castAt: instant(1001) }),
    ballotDigest(box, open, { ...casting, paper: 1 }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

test("whatever of a secret ballot is altered, its digest is another", () => {
  const digests = [
    secretBallotDigest(box, secret),
    secretBallotDigest({ ...box, callNumber: 2 }, secret),
    secretBallotDigest(box, { ...secret, mark: "n" }),
    secretBallotDigest(box, { ...secret, class: "worker" }),
    secretBallotDigest(box, { ...secret, basis: "exchange" }),
    secretBallotDigest(box, { ...secret, weight: fraction(2) }),
    secretBallotDigest(box, { ...secret, weight: fraction(1, 2) }),
    secretBallotDigest(box, { ...secret, choice: { vote: "no" } }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

test("the receipt of a secret ballot is the same whatever the ballot says", () => {
  const receipt = { tracker: "t" };
  expect(receiptDigest(box, receipt)).toBe(receiptDigest({ ...box }, receipt));
  expect(receiptDigest(box, receipt)).not.toBe(receiptDigest(box, { tracker: "u" }));
});

test("the receipt of a blind ballot is sealed with its token", () => {
  const digests = [
    { tracker: "t" },
    { tracker: "t", token: { prefix: "a", signature: "b" } },
    { tracker: "t", token: { prefix: "b", signature: "b" } },
    { tracker: "t", token: { prefix: "a", signature: "a" } },
  ].map((receipt) => receiptDigest(box, receipt));
  expect(new Set(digests).size).toBe(digests.length);
});

test("a tracker is 26 characters that cannot be taken for one another", () => {
  expect(TRACKER.test(open.tracker)).toBe(true);
  expect(
    [open.tracker.slice(1), `${open.tracker}0`, `l${open.tracker.slice(1)}`].some((one) =>
      TRACKER.test(one),
    ),
  ).toBe(false);
});

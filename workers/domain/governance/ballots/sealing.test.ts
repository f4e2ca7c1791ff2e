import { describe, expect, test } from "vitest";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import { instant } from "#domain/kernel/instant.ts";
import { FIRST_PREVIOUS, sealHolds } from "#domain/kernel/seal.ts";
import {
  ballotDigest,
  type OpenBallot,
  receiptDigest,
  type SecretBallot,
  secretBallotDigest,
} from "./ballot.ts";
import {
  alteredIn,
  type BoxContent,
  chainOf,
  rootOfBox,
  sealableRows,
  sealBox,
} from "./sealing.ts";

const box = { proposalId: "p", callNumber: 1 };
const open = (number: number) => {
  const ballot: OpenBallot = {
    number,
    tracker: `t${number}`,
    member: `m${number}`,
    by: `m${number}`,
    nth: 1,
    choice: { vote: "yes" },
  };
  const casting = { castAt: instant(number), paper: null };
  return { ...ballot, ...casting, digest: ballotDigest(box, ballot, casting) };
};
const secret = (mark: string) => {
  const ballot: SecretBallot = {
    mark,
    class: "",
    basis: "head",
    weight: fraction(1),
    choice: { vote: "no" },
  };
  return { ...ballot, digest: secretBallotDigest(box, ballot) };
};
const receipt = (tracker: string) => ({ tracker, digest: receiptDigest(box, { tracker }) });
const nothing: BoxContent = { open: [], secret: [], receipts: [] };

describe("the rows of a box", () => {
  test("stand by number, or by tracker and then by mark, however they are read", () => {
    expect(sealableRows({ ...nothing, open: [open(2), open(1)] })).toEqual([
      { id: 1, digest: open(1).digest },
      { id: 2, digest: open(2).digest },
    ]);
    const content = {
      ...nothing,
      secret: [secret("y"), secret("x")],
      receipts: [receipt("b"), receipt("a")],
    };
    expect(sealableRows(content).map(({ digest }) => digest)).toEqual([
      receipt("a").digest,
      receipt("b").digest,
      secret("x").digest,
      secret("y").digest,
    ]);
  });

  test("are sealed once each, in a chain of the box", () => {
    const rows = sealableRows({ ...nothing, open: [open(1), open(2), open(3)] });
    const first = sealBox(box, rows.slice(0, 2), { last: null, at: instant(5) });
    const second = sealBox(box, rows, { last: first, at: instant(6) });
    expect(first).toMatchObject({ chain: chainOf(box), from: 1, to: 2 });
    expect(second).toMatchObject({ number: 2, from: 3, to: 3, previous: first?.digest });
    expect(second !== null && sealHolds(second, rows.slice(2), first)).toBe(true);
    expect(sealBox(box, rows, { last: second, at: instant(7) })).toBeNull();
    expect(rootOfBox(second)).toBe(second?.digest);
    expect(rootOfBox(null)).toBe(FIRST_PREVIOUS);
  });

  test("that say another thing than their digest are named", () => {
    const content = {
      open: [open(1), { ...open(2), choice: { vote: "no" } as const }],
      secret: [{ ...secret("x"), weight: fraction(2) }, secret("y")],
      receipts: [receipt("a"), { tracker: "b", digest: digestOfText("other") }],
    };
    expect(alteredIn(box, content)).toEqual(["t2", "b", "x"]);
    expect(alteredIn(box, { ...nothing, open: [open(1)] })).toEqual([]);
  });
});

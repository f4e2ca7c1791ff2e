import * as v from "valibot";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { recountVote } from "#domain/governance/recount/recount-vote.ts";
import type { Verdict } from "#domain/ledger/verify-journal.ts";

const whole = v.pipe(v.number(), v.safeInteger());
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const basis = v.picklist(["head", "legal-person", "exchange", "financing"]);
const wholeOrNull = v.nullable(whole);
/** Whatever has a digest of its own is checked by it: here only that it is no fraction. */
const sealedPart: v.GenericSchema = v.lazy(() =>
  v.union([
    v.null(),
    v.boolean(),
    v.string(),
    whole,
    v.array(sealedPart),
    v.record(v.string(), sealedPart),
  ]),
);

const Option = v.looseObject({ code: v.string(), costCents: wholeOrNull });
const Text = v.looseObject({
  proposal: v.string(),
  version: whole,
  budgetCents: wholeOrNull,
  options: v.array(Option),
});
const Call = v.looseObject({
  proposal: v.string(),
  number: whole,
  round: whole,
  secrecy: v.picklist(["open", "detached", "blind"]),
  textDigest: hex,
  electorateRoot: hex,
  opensAt: whole,
  closesAt: whole,
  quorumAt: wholeOrNull,
  extendedTo: wholeOrNull,
  digest: hex,
});
const Row = v.strictObject({
  handle: hex,
  class: v.string(),
  basis,
  weight: v.pipe(v.string(), v.regex(/^\d{1,20}(\/[1-9]\d{0,19})?$/)),
  reason: v.string(),
  mayHold: v.boolean(),
  digest: hex,
  member: v.optional(v.string()),
  salt: v.optional(v.string()),
});
const OpenBallot = v.strictObject({
  number: whole,
  tracker: v.string(),
  member: v.string(),
  by: v.string(),
  nth: whole,
  choice: sealedPart,
  castAt: whole,
  paper: wholeOrNull,
  digest: hex,
});
const digits = v.pipe(v.string(), v.regex(/^[1-9]\d{0,19}$/));
const SecretBallot = v.strictObject({
  mark: v.string(),
  class: v.string(),
  basis,
  weight: v.strictTuple([digits, digits]),
  choice: sealedPart,
  digest: hex,
});
const Seal = v.strictObject({
  chain: v.string(),
  number: whole,
  from: whole,
  to: whole,
  root: hex,
  previous: hex,
  sealedAt: whole,
  digest: hex,
});
const Vote = v.strictObject({
  kind: v.literal("vote"),
  network: v.string(),
  proposal: v.strictObject({ number: whole, text: Text }),
  policy: v.looseObject({
    policy: v.record(v.string(), sealedPart),
    version: whole,
    digest: hex,
  }),
  call: Call,
  electorate: v.array(Row),
  proxies: v.array(v.strictObject({ giver: v.string(), holder: v.string() })),
  silent: v.array(v.string()),
  receipts: v.array(v.strictObject({ tracker: v.string(), digest: hex })),
  ballots: v.array(v.union([OpenBallot, SecretBallot])),
  voted: wholeOrNull,
  seals: v.array(Seal),
  tally: v.strictObject({ seed: hex, result: sealedPart }),
  digest: hex,
});

/** What the entries of each list are called. */
const ENTRIES: Readonly<Record<string, string>> = {
  electorate: "electorate row",
  proxies: "proxy",
  receipts: "receipt",
  ballots: "ballot",
  seals: "seal",
};

/** Recounts an exported vote that a stranger wrote; what has another form is named by its place. */
export function verifyVote(value: unknown): Verdict {
  const read = v.safeParse(Vote, value);
  if (!read.success) return misshapen(read.issues[0]);
  const recount = recountVote(value as ExportedVote);
  return recount.ok ? { ok: true, checked: recount.checked } : recount;
}

function misshapen(issue: v.BaseIssue<unknown>): Verdict {
  const [list = "document", place, ...rest] = (issue.path ?? []).map(({ key }) => String(key));
  const name = ENTRIES[list];
  if (name === undefined || place === undefined) {
    return { ok: false, entry: list, fault: `${[place, ...rest].join(".")}: ${issue.message}` };
  }
  const entry = `${name} ${Number(place) + 1}`;
  return { ok: false, entry, fault: `${rest.join(".")}: ${issue.message}` };
}

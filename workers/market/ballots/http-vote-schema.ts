import * as v from "valibot";

const whole = v.pipe(v.number(), v.safeInteger());
const wholeOrNull = v.nullable(whole);
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const digits = v.pipe(v.string(), v.regex(/^[1-9]\d{0,19}$/));
const basis = v.picklist(["head", "legal-person", "exchange", "financing"]);
const texts = v.array(v.string());

const Option = v.strictObject({
  code: v.string(),
  title: v.string(),
  detail: v.string(),
  costCents: wholeOrNull,
});
const Action = v.strictObject({
  key: v.string(),
  subject: v.string(),
  value: v.string(),
  follows: wholeOrNull,
});
const Text = v.strictObject({
  proposal: v.string(),
  version: whole,
  subject: v.string(),
  budgetCents: wholeOrNull,
  title: v.string(),
  body: v.string(),
  actions: v.array(Action),
  options: v.array(Option),
});

/** What the policy says has its own form, and its own digest: it is read by `readPolicy`. */
const Policy = v.strictObject({
  policy: v.looseObject({ code: v.string(), method: v.string() }),
  version: whole,
  effectiveAt: whole,
  decidedAt: whole,
  decidedBy: v.string(),
  reason: v.string(),
  digest: hex,
});

const Call = v.strictObject({
  proposal: v.string(),
  number: whole,
  round: v.picklist([1, 2]),
  policy: v.string(),
  policyVersion: whole,
  textVersion: whole,
  textDigest: hex,
  electorateRoot: hex,
  electorateCount: whole,
  eligibleCount: whole,
  secrecy: v.picklist(["open", "detached", "blind"]),
  tokenKey: v.optional(v.string()),
  mayRevote: v.boolean(),
  noticedAt: whole,
  noticedBy: v.string(),
  opensAt: whole,
  closesAt: whole,
  timelockDays: wholeOrNull,
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

/** A choice of any method, as `readChoice` reads it. */
const Choice = v.union([
  v.strictObject({ vote: v.string(), reason: v.optional(v.string()) }),
  v.strictObject({ approved: texts }),
  v.strictObject({ ranking: texts }),
  v.strictObject({ scores: v.record(v.string(), whole) }),
  v.strictObject({ ranks: v.record(v.string(), whole) }),
]);

const OpenBallot = v.strictObject({
  number: whole,
  tracker: v.string(),
  member: v.string(),
  by: v.string(),
  nth: whole,
  choice: Choice,
  castAt: whole,
  paper: wholeOrNull,
  digest: hex,
});
const SecretBallot = v.strictObject({
  mark: v.string(),
  class: v.string(),
  basis,
  weight: v.strictTuple([digits, digits]),
  choice: Choice,
  digest: hex,
});
const Receipt = v.strictObject({
  tracker: v.string(),
  token: v.optional(v.strictObject({ prefix: hex, signature: v.string() })),
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

/** The count as it is claimed; what each method adds is compared word for word. */
const Result = v.looseObject({
  method: v.string(),
  hasQuorum: v.boolean(),
  passes: v.boolean(),
  winners: texts,
  passedOver: v.array(v.looseObject({ name: v.string() })),
});

/** An exported vote: `#domain/governance/recount/exported-vote.ts` says what each part means. */
export const Vote = v.strictObject({
  kind: v.literal("vote"),
  network: v.string(),
  proposal: v.strictObject({ number: whole, text: Text }),
  policy: Policy,
  call: Call,
  electorate: v.array(Row),
  proxies: v.array(v.strictObject({ giver: v.string(), holder: v.string() })),
  silent: texts,
  receipts: v.array(Receipt),
  ballots: v.array(v.union([OpenBallot, SecretBallot])),
  voted: wholeOrNull,
  given: v.optional(v.array(hex)),
  seals: v.array(Seal),
  tally: v.strictObject({ seed: hex, result: Result }),
  digest: hex,
});

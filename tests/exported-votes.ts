import {
  ballotDigest,
  type OpenBallot,
  receiptDigest,
  type SecretBallot,
  secretBallotDigest,
} from "#domain/governance/ballots/ballot.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import { type CallToCount, countCall } from "#domain/governance/ballots/count-call.ts";
import {
  type BookLine,
  freezeElectorate,
} from "#domain/governance/electorate/freeze-electorate.ts";
import type { Proxy } from "#domain/governance/electorate/proxies.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import { policyDigest } from "#domain/governance/policy/policy-text.ts";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import {
  headDigest,
  publishedCall,
  publishedOpen,
  publishedPolicy,
  publishedRow,
  publishedSecret,
  publishedText,
} from "#domain/governance/recount/published.ts";
import { type Canonical, type Digest, digestOf, digestOfText } from "#domain/kernel/digest.ts";
import { civilDate, DAY, instant, later } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { FIRST_PREVIOUS, type Seal, sealRows } from "#domain/kernel/seal.ts";
import { verifyText } from "#host/verify-text.ts";
import { aPolicy } from "./policies.ts";
import { keyOfExports, signedToken } from "./signed-tokens.ts";

const opensAt = instant(Date.UTC(2026, 10, 22, 8));
const closesAt = later(opensAt, 5 * DAY);
const box = { proposalId: "01HPROPOSAL", callNumber: 1 };

/** What members of a vote of tests did: by "member-1" and so on. */
export interface Played {
  readonly policy?: Partial<Policy>;
  readonly options?: readonly string[];
  readonly costsCents?: readonly Cents[];
  readonly budgetCents?: Cents | null;
  readonly book: readonly BookLine[];
  readonly proxies?: readonly Proxy[];
  /** Members who were there and gave no ballot. */
  readonly silent?: readonly string[];
  /** In the order of casting. */
  readonly choices: readonly {
    readonly member: string;
    readonly by?: string;
    readonly choice: Choice;
  }[];
}

/** Somebody who has been in the book for long. */
export function aBookLine(place: number, change: Partial<BookLine> = {}): BookLine {
  return {
    memberId: `member-${place}`,
    class: "consumer",
    kind: "natural",
    ownMembers: null,
    exchangeCents: null,
    enrolledOn: civilDate("2020-01-01"),
    state: "active",
    isInArrears: false,
    isDirector: false,
    mayHold: true,
    salt: `salt-of-member-${place}`,
    ...change,
  };
}

/** A vote as its export has it, sealed in blocks of so many rows and counted. */
export function exportedVote(played: Played, block = 500): ExportedVote {
  const policy = aPolicy({
    mayRevote: false,
    ownBeatsProxy: false,
    mostProxies: 0,
    ...played.policy,
  });
  const frozen = freezeElectorate(played.book, policy, civilDate("2026-11-22"));
  if (!frozen.ok) throw new Error(`nobody froze this electorate: ${frozen.refusal.code}`);
  const { rows, root, eligible } = frozen.value;
  const { proxies = [], silent = [], choices } = played;
  const isOpen = policy.secrecy === "open";
  const open = isOpen ? openBallots(choices) : [];
  const secret = isOpen ? [] : secretBallots(choices, rows, policy);
  const receipts = receiptsOf(secret.length, policy.secrecy === "blind");
  const seals = sealed([...receipts, ...open, ...secret], block);
  const seed = seals.at(-1)?.digest ?? FIRST_PREVIOUS;
  const ballots = [...open, ...secret];
  const there = { electorate: rows, proxies, silent, ballots, seed };
  const head = {
    ...noticeOf(played, policy, { root, rows: rows.length, eligible }),
    proxies: isOpen ? proxies : [],
    silent,
    voted: isOpen ? null : choices.length,
    ...givenOf(played, policy, rows),
    seals,
    tally: { seed, result: countedAs({ policy, round: 1, ...sumsOf(played), ...there }) },
  };
  return {
    ...head,
    electorate: rows
      .map((row) => publishedRow(row, isOpen ? "members" : "nobody"))
      .toSorted(by(({ digest }) => digest)),
    receipts,
    ballots: [...open.map(publishedOpen), ...secret.map(publishedSecret)],
    digest: headDigest(head),
  };
}

function countedAs(call: CallToCount): Canonical {
  return countCall(call) as unknown as Canonical;
}

function sumsOf({ options = [], costsCents = [], budgetCents = null }: Played) {
  const named = options.map((code, at) => ({
    code,
    title: `Opzione ${code}`,
    detail: "",
    costCents: costsCents[at] ?? null,
  }));
  return { options: named, budgetCents };
}

function noticeOf(
  played: Played,
  policy: Policy,
  frozen: { readonly root: Digest; readonly rows: number; readonly eligible: number },
) {
  const { options, budgetCents } = sumsOf(played);
  const said = { title: "Una cella per l’hub", body: "La compriamo.", actions: [], options };
  const frame = { subject: budgetCents === null ? "motion" : "budget", budgetCents } as const;
  const text = publishedText(said, frame, { proposalId: box.proposalId, version: 1 });
  const version = versionOf(policy);
  const call = {
    number: box.callNumber,
    round: 1 as const,
    policy: version,
    textVersion: 1,
    textDigest: digestOf(text as unknown as Canonical),
    electorateRoot: frozen.root,
    electorateCount: frozen.rows,
    eligibleCount: frozen.eligible,
    secrecy: policy.secrecy,
    ...(policy.secrecy === "blind" ? { tokenKey: keyOfExports().modulus } : {}),
    mayRevote: policy.mayRevote,
    noticedAt: later(opensAt, -8 * DAY),
    noticedBy: "person:ada",
    opensAt,
    closesAt,
    timelockDays: null,
    quorumAt: null,
    extendedTo: null,
  };
  const shown = publishedCall(box.proposalId, { ...call, digest: FIRST_PREVIOUS });
  const { digest: _, quorumAt: __, extendedTo: ___, ...noticed } = shown;
  return {
    kind: "vote" as const,
    network: "Rete di Veronetta",
    proposal: { number: 7, text },
    policy: publishedPolicy({ ...version, digest: policyDigest(version) }),
    call: { ...shown, digest: digestOf(noticed) },
  };
}

function versionOf(policy: Policy) {
  const times = { effectiveAt: instant(0), decidedAt: instant(0) };
  return { policy, version: 1, ...times, decidedBy: "setup", reason: "statuto" };
}

function openBallots(choices: Played["choices"]) {
  const nths = new Map<string, number>();
  return choices.map(({ member, by: hand = member, choice }, at) => {
    const nth = (nths.get(`${member} ${hand}`) ?? 0) + 1;
    nths.set(`${member} ${hand}`, nth);
    const tracker = String(at + 1).padStart(26, "0");
    const ballot: OpenBallot = { number: at + 1, tracker, member, by: hand, nth, choice };
    const casting = { castAt: later(opensAt, at * 1000), paper: null };
    return { ...ballot, ...casting, digest: ballotDigest(box, ballot, casting) };
  });
}

function secretBallots(
  choices: Played["choices"],
  rows: readonly (Omit<SecretBallot, "mark" | "choice"> & { readonly memberId: string })[],
  { votes }: Policy,
) {
  const weights = new Map(rows.map((row) => [row.memberId, row]));
  return choices
    .map(({ member, choice }, at) => {
      const row = weights.get(member);
      if (row === undefined) throw new Error(`${member} is in no book`);
      const mark = digestOfText(`mark ${at}`).slice(0, 26);
      const of = votes.kind === "colleges" ? row.class : "";
      const ballot = { mark, class: of, basis: row.basis, weight: row.weight, choice };
      return { ...ballot, digest: secretBallotDigest(box, ballot) };
    })
    .toSorted(by(({ mark }) => mark));
}

/** Whose token was taken: of all who voted. */
function givenOf(
  { choices }: Played,
  { secrecy }: Policy,
  rows: readonly { readonly memberId: string; readonly digest: Digest }[],
) {
  const cast = new Set(choices.map(({ member }) => member));
  const given = rows.flatMap(({ memberId, digest }) => (cast.has(memberId) ? [digest] : []));
  return secrecy === "blind" ? { given: given.toSorted() } : {};
}

function receiptsOf(count: number, isBlind: boolean) {
  const receipts = Array.from({ length: count }, (_, at) => receiptOf(at, isBlind));
  return receipts.toSorted(by(({ tracker }) => tracker));
}

function receiptOf(at: number, isBlind: boolean) {
  const tracker = digestOfText(`tracker ${at}`).slice(0, 26);
  const receipt = { tracker, ...(isBlind ? { token: signedToken(box, tracker) } : {}) };
  return { ...receipt, digest: receiptDigest(box, receipt) };
}

/** Seals over what stands there now: what a forger makes who has the time. */
export function sealed(
  rows: readonly { readonly digest: Digest }[],
  block: number,
): Seal<string>[] {
  const numbered = rows.map(({ digest }, at) => ({ id: at + 1, digest }));
  const seals: Seal<string>[] = [];
  for (let from = 0; from < rows.length; from += block) {
    const run = numbered.slice(from, from + block);
    seals.push(sealRows("the vote", run, seals.at(-1) ?? null, closesAt));
  }
  return seals;
}

function by<T>(key: (row: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : 1);
}

/** Checks what an export wrote as `npm run verify` does. */
export function verifyExported(vote: unknown) {
  return verifyText(JSON.stringify(vote));
}

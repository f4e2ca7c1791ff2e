import { fraction } from "#domain/governance/counting/fraction.ts";
import {
  electorateRoot,
  electorateRowDigest,
  type ElectorateRow,
} from "#domain/governance/electorate/freeze-electorate.ts";
import type { Policy } from "#domain/governance/policy/policy.ts";
import {
  type ProposalOption,
  type ProposalSubject,
  textDigest,
} from "#domain/governance/proposal/proposal-text.ts";
import type { CallRecord } from "#domain/governance/proposal/proposal.ts";
import { publishedCall } from "#domain/governance/recount/published.ts";
import { type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { MemberId, ProposalId, ProxyId } from "#domain/kernel/ids.ts";
import { DAY, instant, later } from "#domain/kernel/instant.ts";
import type { MemberClass } from "#domain/membership/member.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { type MadeBlindKey, openBlindKeys } from "#ports/blind-keys.ts";
import { openDatabase, type Statement } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { insertLock } from "#store/blind-tokens.ts";
import { insertCall } from "#store/calls.ts";
import { insertElectorate } from "#store/electorate.ts";
import { insertPolicy } from "#store/policies.ts";
import { insertText } from "#store/proposal-texts.ts";
import { insertProposal } from "#store/proposals.ts";
import { insertProxy } from "#store/proxies.ts";
import type { Market } from "./market.ts";
import { aPolicy } from "./policies.ts";

type Opened = Pick<Market, "database" | "time" | "env">;

/** Who may vote; a consumer where nothing else is said. */
export interface VoterToCall {
  readonly memberId: MemberId;
  readonly class?: MemberClass;
}

/** What is put to the vote; what is not said is an open question of yes or no, to one head each. */
export interface CallToOpen {
  readonly members: readonly VoterToCall[];
  readonly policy?: Partial<Policy>;
  readonly options?: readonly string[];
  readonly subject?: ProposalSubject;
  readonly budgetCents?: Cents;
  /** Who was in the book and may not vote. */
  readonly suspended?: readonly MemberId[];
  /** From now to the opening; by default it is open. */
  readonly opensInMs?: number;
  readonly runsMs?: number;
}

/** A call as it stands open, written as a notice would have written it, without its requests. */
export interface OpenCall {
  readonly proposalId: ProposalId;
  readonly callNumber: 1;
  readonly opensAt: number;
  readonly closesAt: number;
  /** Of a blind vote. */
  readonly tokenKey?: string;
}

/** The secret of every market of the tests. */
const SECRET = "a secret of at least thirty-two characters";
const ids = makeIds(instant(Date.UTC(2026, 5, 1)), SECRET);
let opened = 0;

export async function openCall(market: Opened, asked: CallToOpen): Promise<OpenCall> {
  const number = ++opened;
  const proposalId = ids.next<ProposalId>();
  const code = `policy-${number}`;
  const policy = aPolicy({ code, ...asked.policy });
  const at = instant(market.time.now - 30 * DAY);
  const subject = asked.subject ?? "motion";
  const frame = { subject, budgetCents: asked.budgetCents ?? null };
  const text = {
    title: "Una prova di voto",
    body: "",
    actions: [],
    options: (asked.options ?? []).map(toOption),
  };
  const key = policy.secrecy === "blind" ? await openBlindKeys(SECRET).make() : null;
  const opensAt = instant(market.time.now + (asked.opensInMs ?? 0));
  const closesAt = later(opensAt, asked.runsMs ?? 5 * DAY);
  await write(market, [
    ...proposed({ proposalId, number, policy, frame, at }, asked.members[0]?.memberId),
    insertText({ proposalId, version: 1 }, text, frame, { writtenAt: at, writtenBy: "test" }),
    ...called(asked, {
      proposalId,
      policy,
      at,
      opensAt,
      closesAt,
      textDigest: textDigest(text, frame, { proposalId, version: 1 }),
      key,
    }),
  ]);
  const keyed = key === null ? {} : { tokenKey: key.modulus };
  return { proposalId, callNumber: 1, opensAt, closesAt, ...keyed };
}

function proposed(
  {
    proposalId: id,
    number,
    policy,
    frame,
    at,
  }: {
    readonly proposalId: ProposalId;
    readonly number: number;
    readonly policy: Policy;
    readonly frame: { readonly subject: ProposalSubject; readonly budgetCents: Cents | null };
    readonly at: ReturnType<typeof instant>;
  },
  author: MemberId | undefined,
): Statement[] {
  const decided = { version: 1, effectiveAt: at, decidedAt: at, decidedBy: "test", reason: "test" };
  const authorId = author ?? ("" as MemberId);
  const ruled = { policyCode: policy.code, policyVersion: 1, amendmentId: null } as const;
  const deed = { createdAt: at, submittedAt: at, endorsedAt: at };
  return [
    insertPolicy({ policy, ...decided }),
    insertProposal({ id, number: 1000 + number, authorId, ...ruled, ...frame, ...deed }),
  ];
}

function electorsOf({
  members,
  suspended,
}: Required<Pick<CallToOpen, "members" | "suspended">>): ElectorateRow[] {
  return [
    ...members.map((voter) => elector(voter, "")),
    ...suspended.map((memberId) => elector({ memberId }, "suspended")),
  ];
}

function called(
  { members, suspended = [] }: CallToOpen,
  call: {
    readonly proposalId: ProposalId;
    readonly policy: Policy;
    readonly at: ReturnType<typeof instant>;
    readonly opensAt: ReturnType<typeof instant>;
    readonly closesAt: ReturnType<typeof instant>;
    readonly textDigest: Digest;
    readonly key: MadeBlindKey | null;
  },
): Statement[] {
  const { proposalId, policy, at: noticedAt, opensAt, closesAt, key } = call;
  const electors = electorsOf({ members, suspended });
  const said = {
    number: 1,
    round: 1,
    policy: { version: 1, policy },
    textVersion: 1,
    textDigest: call.textDigest,
    electorateRoot: electorateRoot(electors),
    electorateCount: electors.length,
    eligibleCount: members.length,
    secrecy: policy.secrecy,
    ...(key === null ? {} : { tokenKey: key.modulus }),
    mayRevote: policy.mayRevote,
    noticedAt,
    noticedBy: "test",
    opensAt,
    closesAt,
    timelockDays: null,
  } as const;
  return [
    insertElectorate({ proposalId, callNumber: 1 }, electors),
    insertCall(proposalId, { ...said, digest: noticeDigest(proposalId, said) }),
    ...(key === null ? [] : [insertLock({ proposalId, callNumber: 1 }, key.lockedKey)]),
  ];
}

/** Over all that a notice says. */
function noticeDigest(
  proposalId: ProposalId,
  said: Omit<CallRecord, "digest" | "quorumAt" | "extendedTo">,
): Digest {
  const unsealed = { ...said, digest: electorateRoot([]), quorumAt: null, extendedTo: null };
  const {
    digest: _,
    quorumAt: __,
    extendedTo: ___,
    ...noticed
  } = publishedCall(proposalId, unsealed);
  return digestOf(noticed);
}

/** Gives one member's proxy to another, as it stands before the opening. */
export async function giveProxy(
  market: Opened,
  call: OpenCall,
  { giver, holder }: { readonly giver: MemberId; readonly holder: MemberId },
): Promise<void> {
  const givenAt = instant(call.opensAt - DAY);
  const { proposalId, callNumber } = call;
  const given = { id: ids.next<ProxyId>(), giver, holder, givenAt };
  await write(market, [insertProxy({ proposalId, callNumber }, given)]);
}

function elector(voter: VoterToCall, reason: "" | "suspended"): ElectorateRow {
  const { memberId, class: of = "consumer" } = voter;
  const weight = fraction(reason === "" ? 1 : 0);
  const row = {
    memberId,
    class: of,
    basis: "head",
    weight,
    reason,
    mayHold: true,
  } as const;
  const salted = { ...row, salt: ids.secret() };
  return { ...salted, digest: electorateRowDigest(salted) };
}

function toOption(code: string): ProposalOption {
  return { code, title: code, detail: "", costCents: null };
}

async function write(market: Opened, statements: readonly Statement[]): Promise<void> {
  const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
  const written = await openDatabase({ url, token }).write(statements);
  if (written.kind !== "committed") throw new Error(`not written: ${JSON.stringify(written)}`);
}

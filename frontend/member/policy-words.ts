import { decimalText, type Fraction, fractionText } from "#domain/governance/counting/fraction.ts";
import type { MajorityRule } from "#domain/governance/counting/majority.ts";
import { LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import type { Method, Policy } from "#domain/governance/policy/policy.ts";
import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** One rule of a policy in a sentence, with the article of the law behind it. */
export interface PolicySentence {
  readonly words: string;
  readonly article?: string;
}

/** One vote each, whatever the capital. */
const PER_HEAD = "art. 2538 c.2 c.c.";
const BY_EXCHANGE = "art. 2538 c.4 c.c.";

/**
 * How something is decided, in sentences that a member can check against the law.
 * @param timelockDays of one proposal, where its rules ask for more; null where it changes none
 */
export function policySentences(
  t: Texts,
  policy: Policy,
  timelockDays: number | null = policy.times.timelock,
): readonly PolicySentence[] {
  const say = t.proposals.policy;
  const { method, seats, secrecy } = policy;
  return [
    { words: say.methods[method] },
    ...(seats > 1 || isForSeats(method) ? [{ words: say.seats(seats) }] : []),
    ...votesOf(t, policy),
    {
      words: say.enrolled(t.format.count(policy.daysEnrolled)),
      article: LEGAL_FLOORS.daysEnrolled.article,
    },
    policy.mostProxies === 0
      ? { words: say.noProxies }
      : { words: say.proxies(policy.mostProxies), article: LEGAL_FLOORS.proxies.article },
    ...callsOf(t, policy),
    { words: say.secrecy[secrecy] },
    { words: policy.mayRevote ? say.revote : say.final },
    ...timelockOf(t, timelockDays ?? 0),
  ];
}

/** The law is behind a wait that is at least as long as it asks for. */
function timelockOf(t: Texts, days: number): readonly PolicySentence[] {
  const words = t.proposals.policy.timelock(days);
  const { least, article } = LEGAL_FLOORS.producersTimelock;
  if (days === 0) return [];
  return [days < least ? { words } : { words, article }];
}

/** All that a policy says, a line each: for who compares two versions of it. */
export function policyLines(t: Texts, policy: Policy): string {
  const say = t.policies.lines;
  const { times, endorsements, mostProxies } = policy;
  const lines = [
    ...policySentences(t, policy).map(({ words }) => words),
    ...(mostProxies === 0 ? [] : [policy.ownBeatsProxy ? say.ownBeats : say.firstCounts]),
    say.endorsements(endorsements),
    say.discussion(times.discussion),
    say.notice(times.notice),
    say.open(times.open),
    ...(times.extensionHours === 0 ? [] : [say.extension(times.extensionHours)]),
    ...(policy.calls.length === 1 ? [] : [say.secondCall(times.beforeSecondCall)]),
    say.challenge(times.challenge),
    say.grace(times.grace),
  ];
  return lines.join("\n");
}

function isForSeats(method: Method): boolean {
  return ["scottish", "wigm", "meek"].includes(method);
}

function votesOf(t: Texts, { votes, electors }: Policy): readonly PolicySentence[] {
  const say = t.proposals.policy;
  if (electors === "board") return [{ words: say.board }];
  if (votes.kind === "heads") return [{ words: say.heads, article: PER_HEAD }];
  if (votes.kind === "exchange") return [{ words: say.exchange, article: BY_EXCHANGE }];
  if (votes.kind === "legal-persons") {
    const { article } = LEGAL_FLOORS.legalPersonVotes;
    return [{ words: say.legalPersons(t.format.count(votes.most)), article }];
  }
  const colleges = votes.colleges.map(({ code, weight }) =>
    say.college(classWords(t, code), shareWords(t, weight)),
  );
  return [{ words: `${say.colleges} ${t.format.list(colleges)}.` }];
}

/** A class of members by its name; a college of another name goes by that. */
export function classWords(t: Texts, code: string): string {
  const names: Readonly<Record<string, string>> = t.proposals.classes;
  return names[code] ?? code;
}

function callsOf(t: Texts, { method, calls }: Policy): readonly PolicySentence[] {
  const [first, second] = calls;
  const hasThreshold = method === "majority";
  const words = ruleWords(t, first, hasThreshold);
  if (second === undefined) return words.map((one) => ({ words: one }));
  const again = ruleWords(t, second, hasThreshold).filter((one) => !words.includes(one));
  const later =
    again.length === 0 ? [] : [`${t.proposals.policy.secondCall} ${lowered(again.join(" "))}`];
  return [...words, ...later].map((one) => ({ words: one }));
}

/** A sentence that goes on after a colon. */
function lowered(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

function ruleWords(
  t: Texts,
  { quorum, threshold }: MajorityRule,
  hasThreshold: boolean,
): readonly string[] {
  const say = t.proposals.policy;
  const isAsked = quorum !== null && quorum.share.num > 0n;
  const came = isAsked
    ? say.quorum[quorum.of](amountWords(t, quorum.share, quorum.isStrict))
    : say.quorum.none;
  if (!hasThreshold) return [came];
  const { share, base, isStrict } = threshold;
  return [came, say.threshold[base](amountWords(t, share, isStrict))];
}

function amountWords(t: Texts, share: Fraction, isStrict: boolean): string {
  const { more, least } = t.proposals.policy;
  return (isStrict ? more : least)(shareWords(t, share));
}

/** "un terzo", or "42,86 %" for what has no word. */
export function shareWords(t: Texts, share: Fraction): string {
  const named = t.proposals.policy.shares[fractionText(share)];
  if (named !== undefined) return named;
  return t.format.percent(basisPoints(Number(decimalText(share, 4).replace(".", ""))));
}

/** The lines in which two versions differ; those that both have say nothing of what changes. */
export function policyChange(
  t: Texts,
  before: Policy,
  after: Policy,
): { readonly before: string; readonly after: string } {
  const old = policyLines(t, before).split("\n");
  const young = policyLines(t, after).split("\n");
  return {
    before: old.filter((line) => !young.includes(line)).join("\n"),
    after: young.filter((line) => !old.includes(line)).join("\n"),
  };
}

/** Where a policy and its history are read; with a version, that one. */
export function policyPath(code: string, version?: number): string {
  return `/regolamenti/${code}${version === undefined ? "" : `#v${version}`}`;
}

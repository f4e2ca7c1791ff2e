import type { CastFor, Proxy } from "#domain/governance/electorate/proxies.ts";
import { countingBallots } from "#domain/governance/electorate/proxies.ts";
import type { Method } from "#domain/governance/policy/policy.ts";
import type { Ballot, OpenBallot, Weighed } from "./ballot.ts";
import { checkChoice, type Choice, choiceText } from "./choice.ts";

/** A member as the notice froze them; `reason` is "" where they may vote. */
export interface Elector extends Weighed {
  readonly memberId: string;
  readonly reason: string;
}

/** A ballot that counts: what it says, what stands behind it, and by what it is called. */
export interface CountingBallot extends Weighed {
  /** Its tracker; the mark of a secret one. */
  readonly name: string;
  readonly choice: Choice;
}

/** A ballot that is in the box and does not count. Nothing is left out in silence. */
export interface PassedOver {
  readonly name: string;
  readonly why: "not-in-electorate" | "no-proxy" | "unfit";
}

export interface CountingBox {
  /** In an order of their own, so that the order of rows means nothing. */
  readonly ballots: readonly CountingBallot[];
  readonly passedOver: readonly PassedOver[];
  /** How many gave way to a later ballot, or to the member's own. */
  readonly replaced: number;
}

interface BoxToOpen {
  readonly method: Method;
  readonly ownBeatsProxy: boolean;
  readonly options: readonly string[];
  readonly electors: ReadonlyMap<string, Elector>;
  readonly proxies: readonly Proxy[];
}

/** Which ballots count, one for each member at most (I1, I17), and why others do not. */
export function openBox(ballots: readonly Ballot[], box: BoxToOpen): CountingBox {
  const isFit = fitness(box);
  const passedOver: PassedOver[] = [];
  const inOrder = ballots.toSorted(byCasting);
  const good = inOrder.flatMap((ballot): readonly Admitted[] => {
    const why = isFit(ballot.choice) ? whyNot(ballot, box) : "unfit";
    if (why === null) return [admitted(ballot, box)];
    passedOver.push({ name: nameOf(ballot), why });
    return [];
  });
  const counting = countingBallots(good, box.ownBeatsProxy);
  return {
    ballots: counting.map(({ counted }) => counted).toSorted(byName),
    passedOver: passedOver.toSorted(byName),
    replaced: good.length - counting.length,
  };
}

type Admitted = CastFor & { readonly counted: CountingBallot };

function admitted(ballot: Ballot, { electors }: BoxToOpen): Admitted {
  const name = nameOf(ballot);
  const { choice } = ballot;
  if (!("member" in ballot)) {
    // Nobody's: each is a vote of its own, and that nobody had two is held where they are cast.
    const { class: of, basis, weight } = ballot;
    return { member: name, by: name, counted: { name, class: of, basis, weight, choice } };
  }
  const elector = electors.get(ballot.member);
  const { class: of = "", basis = "head", weight = { num: 0n, den: 1n } } = elector ?? {};
  const counted = { name, class: of, basis, weight, choice };
  return { member: ballot.member, by: ballot.by, counted };
}

function whyNot(ballot: Ballot, { electors, proxies }: BoxToOpen): PassedOver["why"] | null {
  if (!("member" in ballot)) return null;
  if (electors.get(ballot.member)?.reason !== "") return "not-in-electorate";
  return ballot.by === ballot.member || isTrusted(ballot, proxies) ? null : "no-proxy";
}

function isTrusted({ member, by }: OpenBallot, proxies: readonly Proxy[]): boolean {
  return proxies.some(({ giver, holder }) => giver === member && holder === by);
}

/** Whether a choice is one that this vote takes; equal ones are looked at once. */
function fitness({ method, options }: BoxToOpen): (choice: Choice) => boolean {
  const known = new Map<string, boolean>();
  return (choice) => {
    const text = choiceText(choice);
    const before = known.get(text);
    if (before !== undefined) return before;
    const checked = checkChoice(method, options, choice);
    const isFit = checked.ok && choiceText(checked.value) === text;
    known.set(text, isFit);
    return isFit;
  };
}

export function nameOf(ballot: Ballot): string {
  return "member" in ballot ? ballot.tracker : ballot.mark;
}

function byCasting(one: Ballot, other: Ballot): number {
  if ("member" in one && "member" in other) return one.number - other.number;
  return byName({ name: nameOf(one) }, { name: nameOf(other) });
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

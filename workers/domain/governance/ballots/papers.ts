import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type Choice, choiceText } from "./choice.ts";
import type { BallotRefusal } from "./refusals.ts";

/** So many papers of a secret vote go in together at least: fewer would tell whose each is. */
export const LEAST_SECRET_PAPERS = 10;

/**
 * Members whose papers may be entered: each once, none of whom a ballot is in the box already.
 * @param used members of whom one is
 */
export function checkPaperVoters(
  memberIds: readonly string[],
  electors: readonly ElectorateRow[],
  used: readonly string[],
): Outcome<readonly ElectorateRow[], BallotRefusal> {
  const twice = memberIds.filter((id, at) => memberIds.indexOf(id) !== at);
  const taken = [...new Set([...twice, ...used])].toSorted();
  if (taken.length > 0) return refuse({ code: "papers-of-voters", memberIds: taken });
  const found = memberIds.map((id) => electors.find(({ memberId }) => memberId === id) ?? null);
  const missing = found.find((elector) => elector === null || elector.reason !== "");
  if (missing === null) return refuse({ code: "not-in-electorate", why: "not-in-the-book" });
  if (missing !== undefined && missing.reason !== "") {
    return refuse({ code: "not-in-electorate", why: missing.reason });
  }
  return accept(found.filter((elector) => elector !== null));
}

/**
 * Papers of a secret vote as they may be entered: enough of them to hide in, as many as members,
 * members and papers each in their own order, and all of votes that look alike in the box.
 */
export function checkSecretPapers(
  choices: readonly Choice[],
  electors: readonly ElectorateRow[],
  byClass: boolean,
): Outcome<Pick<ElectorateRow, "basis" | "weight" | "class">, BallotRefusal> {
  const [first] = electors;
  if (first === undefined || electors.length < LEAST_SECRET_PAPERS) {
    return refuse({ code: "papers-too-few", least: LEAST_SECRET_PAPERS });
  }
  if (choices.length !== electors.length) return refuse({ code: "papers-uneven" });
  const isSorted = isInOrder(choices.map(choiceText)) && isInOrder(electors.map(idOf));
  if (!isSorted) return refuse({ code: "papers-unsorted" });
  const isLike = ({ basis, weight, class: of }: ElectorateRow) =>
    basis === first.basis &&
    weight.num * first.weight.den === first.weight.num * weight.den &&
    (!byClass || of === first.class);
  return electors.every(isLike) ? accept(first) : refuse({ code: "papers-unlike" });
}

function idOf({ memberId }: ElectorateRow): string {
  return memberId;
}

function isInOrder(texts: readonly string[]): boolean {
  return texts.every((text, at) => at === 0 || (texts[at - 1] ?? "") <= text);
}

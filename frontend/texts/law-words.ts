import { basisPoints } from "#domain/kernel/quantity.ts";
import type { Format } from "./format.ts";
import type { LegalFloorName } from "./rule-keys.ts";

/** What a refusal calls each bound of the law (`domain/governance/policy/legal-floors.ts`). */
const NAMES: Readonly<Record<string, LegalFloorName>> = {
  "policy.days-enrolled": "daysEnrolled",
  "policy.proxies": "proxies",
  "policy.legal-person-votes": "legalPersonVotes",
  "policy.timelock": "producersTimelock",
  "redistribution.reserve": "reserve",
  "redistribution.mutual-fund": "mutualFund",
  "office.board-seats": "board",
  "office.board-years": "boardYears",
};

/** A bound of the law as a sentence with its article: what somebody hears who goes beyond it. */
export function lawWords(
  floors: Readonly<Record<LegalFloorName, (bound: string) => string>>,
  format: Pick<Format, "count" | "percent">,
  law: {
    readonly key: string;
    readonly article: string;
    readonly least?: number;
    readonly most?: number;
  },
): string {
  const name = NAMES[law.key];
  const bound = law.least ?? law.most ?? 0;
  if (name === undefined) return `(${law.article})`;
  const isPart = name === "reserve" || name === "mutualFund";
  const said = floors[name](isPart ? format.percent(basisPoints(bound)) : format.count(bound));
  return `${said.replace(/\.$/, "")} (${law.article}).`;
}

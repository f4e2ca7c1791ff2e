import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { PrivacyRefusal } from "./refusals.ts";

/**
 * What personal data is used for. `contract`, `law` and `security` go with taking part at all
 * (GDPR art. 6 (1) b, c and f): they are explained, and cannot be switched. `consent` (art. 6 (1)
 * a) is off until its person says yes, and off again the moment they say no. A purpose stands here
 * only when something in the house obeys it.
 */
export const PURPOSES = [
  { key: "orders", basis: "contract", textVersion: 1 },
  { key: "books", basis: "law", textVersion: 1 },
  { key: "security", basis: "security", textVersion: 1 },
  { key: "reminders", basis: "consent", textVersion: 1 },
] as const satisfies readonly Purpose[];

interface Purpose {
  readonly key: string;
  readonly basis: "contract" | "law" | "security" | "consent";
  /** Counts up with every change of what the page says of it: older consents stop counting. */
  readonly textVersion: number;
}

export type PurposeKey = (typeof PURPOSES)[number]["key"];
export type Basis = Purpose["basis"];
export type ConsentChannel = "page" | "api" | "erasure" | "paper";

/** What somebody said, when, where, and of which wording. */
export interface ConsentRecord {
  readonly purpose: string;
  readonly isGiven: boolean;
  readonly textVersion: number;
  readonly channel: ConsentChannel;
  readonly at: Instant;
  /** The number of the paper, and who wrote it down as history names them; else null. */
  readonly paper: string | null;
  readonly recordedBy: string | null;
}

/** How a purpose stands for somebody; `since` is null while they never said anything of it. */
export interface PurposeStanding {
  readonly key: PurposeKey;
  readonly basis: Basis;
  readonly isOptional: boolean;
  readonly isOn: boolean;
  readonly textVersion: number;
  readonly since: Instant | null;
  /** The paper on which it was said last; null where it was said here. */
  readonly paper: string | null;
}

/** Which wording of a purpose the page has today. */
export function wordingOf(purpose: PurposeKey): number {
  return PURPOSES.find(({ key }) => key === purpose)?.textVersion ?? 1;
}

/** How every purpose stands, from all that was ever said, oldest first. */
export function standings(records: readonly ConsentRecord[]): PurposeStanding[] {
  return PURPOSES.map(({ key, basis, textVersion }) => {
    const last = records.findLast((record) => record.purpose === key);
    const isOptional = basis === "consent";
    const isAgreed = last?.isGiven === true && last.textVersion === textVersion;
    const isOn = !isOptional || isAgreed;
    return {
      key,
      basis,
      isOptional,
      isOn,
      textVersion,
      since: last?.at ?? null,
      paper: last?.paper ?? null,
    };
  });
}

/** Whether somebody agrees to letters that nobody has to be sent. */
export function agreesToReminders(records: readonly ConsentRecord[]): boolean {
  return standings(records).some(({ key, isOn }) => key === "reminders" && isOn);
}

/** What somebody wants of a purpose, in front of a wording. */
export interface ConsentAsked {
  readonly purpose: PurposeKey;
  readonly isGiven: boolean;
  readonly textVersion: number;
}

/**
 * Whether this can be said: only of what is optional, and, to agree, only in front of the wording
 * of today. To withdraw is as easy as can be (GDPR art. 7 (3)): any wording does.
 */
export function checkConsent(asked: ConsentAsked): Outcome<ConsentAsked, PrivacyRefusal> {
  const purpose = PURPOSES.find(({ key }) => key === asked.purpose);
  if (purpose?.basis !== "consent") {
    return refuse({ code: "consent-not-optional", purpose: asked.purpose });
  }
  const { textVersion } = purpose;
  if (asked.isGiven && asked.textVersion !== textVersion) {
    return refuse({ code: "consent-text-changed", purpose: asked.purpose, textVersion });
  }
  return accept(asked);
}

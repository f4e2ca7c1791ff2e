import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { Secrecy } from "#domain/governance/policy/policy.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { OptionFacts } from "./proposal-facts.ts";

export interface ResultFacts {
  readonly number: number;
  readonly title: string;
  readonly call: number;
  readonly secrecy: Secrecy;
  readonly options: readonly OptionFacts[];
  readonly times: {
    readonly noticedAt: Instant;
    readonly opensAt: Instant;
    /** As the notice said it, and when it closed after all. */
    readonly closesAt: Instant;
    readonly closedAt: Instant;
    readonly talliedAt: Instant | null;
    readonly challengeUntil: Instant | null;
  };
  /** The vote is over. */
  readonly isClosed: boolean;
  /** Nobody can challenge it any more. */
  readonly isFinal: boolean;
  /** More votes than the threshold are needed, not only as many. */
  readonly isStrict: boolean;
  /** Null before the count. */
  readonly result: CallResult | null;
  readonly ballots: number;
  /** Given out in a blind vote; absent in any other. */
  readonly tokens?: number;
  readonly seals: {
    readonly text: string;
    readonly electorate: string;
    readonly urn: string;
    /** Null where part of the result is not shown: by its digest it could be found out. */
    readonly result: string | null;
  } | null;
  /** Who voted what, of an open vote; null where it is not this reader's to read. */
  readonly roll: readonly RollRow[] | null;
  /** The box as files; null where it holds names that are not this reader's to read. */
  readonly files: {
    readonly json: string;
    readonly blt: string | null;
    /** The program that counts again in the browser. */
    readonly worker: string;
  } | null;
}

/** A ballot of an open vote. */
export interface RollRow {
  readonly member: string;
  readonly choice: Choice;
  /** Who cast it with a proxy; null for the member's own. */
  readonly holder: string | null;
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { DrawnCode } from "#frontend/ui/drawn-code.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { Sealed } from "./proposal-call.tsx";

export interface VoteReceiptFacts {
  readonly number: number;
  readonly title: string;
  readonly isSecret: boolean;
  readonly tracker: string;
  /** What the ballot is known by; null where nothing is known of it. */
  readonly digest: string | null;
  /** The whole address that checks it. */
  readonly href: string;
  /** It was cast just now; else it is only looked up. */
  readonly isFresh: boolean;
  readonly found: FoundBallot | null;
  /** There are other members for whom this reader may vote. */
  readonly mayVoteAgain: boolean;
}

/** A ballot that is in the box. */
export interface FoundBallot {
  /** Of the seal that it is in; null before there is one. */
  readonly seal: number | null;
  readonly isCounted: boolean;
  /** Whether its digest is the one of the receipt; null where the receipt named none. */
  readonly isSame: boolean | null;
  /** A later ballot of the same member counts instead. */
  readonly isReplaced: boolean;
}

interface VoteReceiptProps {
  readonly t: Texts;
  readonly facts: VoteReceiptFacts;
}

/** The receipt of a ballot: what it is known by, and whether it is in the box. */
export function VoteReceipt({ t, facts }: VoteReceiptProps): VNode {
  const say = t.votes.receipt;
  const { number, title, isFresh, found } = facts;
  const heading = isFresh ? say.cast : found === null ? say.missing : say.included;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <div class="stack tight">
          <p class="kicker">{say.title}</p>
          <h1>{heading}</h1>
        </div>
      </div>
      {isFresh ? <p>{say.lead}</p> : <Checked t={t} facts={facts} />}
      {!isFresh && found === null ? null : <Slip t={t} facts={facts} />}
      <p class="row">
        {facts.mayVoteAgain ? (
          <a class="button" href={`/proposte/${number}/voto`} data-act="vote-again">
            {say.another}
          </a>
        ) : null}
        <a href={`/proposte/${number}`} aria-label={`${say.back}: ${title}`} data-act="back">
          {say.back}
        </a>
      </p>
    </div>
  );
}

function Checked({ t, facts: { found } }: VoteReceiptProps) {
  const say = t.votes.receipt;
  if (found === null) {
    return (
      <Notice kind="error">
        <p>{say.missingWhy}</p>
      </Notice>
    );
  }
  const { seal, isCounted, isSame, isReplaced } = found;
  return (
    <>
      <div class="stack">
        <p>{say.includedWhy}</p>
        {isReplaced ? <p>{say.replaced}</p> : null}
        <p>{seal === null ? say.unsealed : say.sealed(t.format.count(seal))}</p>
        {isCounted && !isReplaced ? <p>{say.counted}</p> : null}
        {isSame === true ? <p class="good">{say.sameDigest}</p> : null}
      </div>
      {isSame === false ? (
        <Notice kind="error">
          <p>{say.otherDigest}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Slip({ t, facts }: VoteReceiptProps) {
  const say = t.votes.receipt;
  const { number, title, tracker, digest, href, isFresh, isSecret } = facts;
  return (
    <section class="receipt slip" aria-labelledby="slip">
      <h2 id="slip">{say.title}</h2>
      <dl class="facts">
        <div>
          <dt>{say.of}</dt>
          <dd>
            {number}. {title}
          </dd>
        </div>
        <Sealed name={say.tracker} digest={tracker} />
        {digest === null ? null : <Sealed name={say.digest} digest={digest} />}
      </dl>
      <DrawnCode text={href} label={say.code} />
      <p class="small">{isSecret ? `${say.secret} ${say.once}` : say.open}</p>
      {isFresh ? (
        <p class="row">
          <a class="button" href={pathOf(href)} data-act="check-receipt">
            {say.check}
          </a>
          <span class="small unprinted">{say.print}</span>
        </p>
      ) : null}
    </section>
  );
}

function pathOf(href: string): string {
  return href.replace(/^https?:\/\/[^/]+/, "");
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { quotes } from "./member-parts.tsx";
import type { OwnMembershipFacts, OwnTransferFacts } from "./own-share-facts.ts";

interface TransfersProps {
  readonly t: Texts;
  readonly one: OwnMembershipFacts;
}

/** Shares that change hands: what waits for whom, and what one can do about it. */
export function OwnTransfers({ t, one }: TransfersProps): VNode | null {
  if (one.transfers.length === 0) return null;
  return (
    <>
      {one.transfers.map((transfer) => (
        <section id={`transfer-${transfer.id}`} class="stack tight">
          <Notice kind="note" side="accounts">
            {wordsOf(t, transfer).map((sentence) => (
              <p>{sentence}</p>
            ))}
          </Notice>
          {transfer.ending === null ? <Answers t={t} transfer={transfer} /> : null}
        </section>
      ))}
    </>
  );
}

interface OneProps {
  readonly t: Texts;
  readonly transfer: OwnTransferFacts;
}

function wordsOf(t: Texts, transfer: OwnTransferFacts): readonly string[] {
  const say = t.members.own;
  const { side, otherName: name, otherNo, freeOn, isFree, isAccepted, ending, reason } = transfer;
  const shares = quotes(t, transfer.shares);
  if (ending !== null) {
    if (ending === "withdrawn") return [];
    return [say.given[ending](shares, name), ...(reason === null ? [] : [reason])];
  }
  const day = t.format.date(freeOn);
  if (side === "receiving") {
    const after = isFree ? say.takenFree : say.taken(day);
    return [say.receiving(name, shares), ...(isAccepted ? [after] : [])];
  }
  const board = isFree ? say.free : say.waitsBoard(day);
  const told = say.giving(shares, name, t.format.count(otherNo ?? 0));
  return [told, ...(isAccepted ? [] : [say.waitsTaker]), board];
}

function Answers({ t, transfer }: OneProps) {
  const say = t.members.own;
  const { side, isFree, isAccepted } = transfer;
  if (side === "receiving") {
    return (
      <div class="row">
        {isAccepted ? null : (
          <Answer t={t} transfer={transfer} verdict="accepted" label={say.take} isStrong />
        )}
        <Answer t={t} transfer={transfer} verdict="declined" label={say.decline} />
      </div>
    );
  }
  return (
    <div class="row">
      {isFree && isAccepted ? (
        <Answer t={t} transfer={transfer} verdict="completed" label={say.complete} isStrong />
      ) : null}
      <Answer t={t} transfer={transfer} verdict="withdrawn" label={say.giveUp} />
    </div>
  );
}

interface AnswerProps extends OneProps {
  readonly verdict: "accepted" | "declined" | "completed" | "withdrawn";
  readonly label: string;
  readonly isStrong?: boolean;
}

function Answer({ transfer: { id, key }, verdict, label, isStrong = false }: AnswerProps) {
  return (
    <form method="post" action={`/io/quote/cessioni/${id}`}>
      <input type="hidden" name="key" value={`${key}-${verdict}`} />
      <input type="hidden" name="verdict" value={verdict} />
      <button
        class={isStrong ? "button strong" : "button"}
        type="submit"
        data-act={`transfer-${verdict}`}
      >
        {label}
      </button>
    </form>
  );
}

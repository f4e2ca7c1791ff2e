import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { reasonOf } from "./member-parts.tsx";
import type { AgainstFacts, OwnMembershipFacts, OwnSharesFacts } from "./own-share-facts.ts";
import { AskForm } from "./own-share-forms.tsx";

interface AgainstProps {
  readonly t: Texts;
  readonly facts: OwnSharesFacts;
  readonly one: OwnMembershipFacts;
}

/** What the board decided against somebody: why, until when they can object, and how. */
export function Against({ t, facts, one }: AgainstProps): VNode | null {
  const { against } = one;
  if (against === null) return null;
  const ask = one.asks.find((kind) => ["replied", "appealed", "opposed"].includes(kind));
  const reason = reasonOf(t, against);
  return (
    <>
      <Notice kind="note" side="vote">
        <p>{saidOf(t, against)}</p>
        {reason === "" ? null : <p>{reason}</p>}
        {remedies(t, against).map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Notice>
      {ask === undefined ? null : <AskForm t={t} facts={facts} one={one} ask={ask} />}
    </>
  );
}

function saidOf(t: Texts, { kind, at }: AgainstFacts): string {
  const say = t.members.own;
  const words = {
    suspended: say.suspendedSince,
    excluded: say.excludedOn,
    refused: say.refusedOn,
  };
  return words[kind](t.format.date(at));
}

/** What they can do, or did, about it. */
function remedies(t: Texts, against: AgainstFacts): readonly string[] {
  const say = t.members.own;
  const { kind, until, isOver, answeredAt } = against;
  if (kind === "suspended") {
    return answeredAt === null ? [] : [say.replied(t.format.date(answeredAt))];
  }
  if (answeredAt !== null) return [kind === "excluded" ? say.opposed : say.appealed];
  if (until === null) return [];
  const day = t.format.date(until);
  if (isOver) return [say.tooLate(day)];
  return [kind === "excluded" ? say.opposeBy(day) : say.appealBy(day)];
}

import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Meter } from "#frontend/ui/meter.tsx";
import type { Turnout } from "./proposal-facts.ts";

interface TurnoutMeterProps {
  readonly t: Texts;
  readonly turnout: Turnout;
  /** The vote is closed: a quorum that is missing will not come any more. */
  readonly isOver: boolean;
}

/** How much of the electorate came, on a rule as long as the electorate, with the quorum's tick. */
export function TurnoutMeter({ t, turnout, isOver }: TurnoutMeterProps): VNode {
  const say = t.proposals.turnout;
  const { present, electorate, quorum } = turnout;
  const { count } = t.format;
  const said = say.said(count(present), count(electorate));
  const facts = { sure: present, box: Math.max(electorate, 1) };
  const isNumber = typeof quorum === "number";
  const asked = isNumber ? say.quorum(count(quorum)) : quorum === null ? say.free : "";
  return (
    <Meter facts={isNumber ? { ...facts, goal: quorum } : facts} label={`${said} ${asked}`}>
      <p>
        <span>{said}</span>
        <span>{asked}</span>
      </p>
      <p class="small">{outcomeOf(t, turnout, isOver)}</p>
    </Meter>
  );
}

function outcomeOf(t: Texts, { quorum, isReached }: Turnout, isOver: boolean): string {
  const say = t.proposals.turnout;
  if (quorum === null) return "";
  if (quorum === "weighed" && !isOver) return say.weighed;
  if (isReached) return say.reached;
  return isOver ? say.failed : say.missing;
}

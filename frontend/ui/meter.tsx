import type { ComponentChildren, VNode } from "preact";
import { spoken } from "./spoken.ts";

/** Quantities of one kind (milli, cents, heads): only their proportions are drawn. */
export interface MeterFacts {
  readonly sure: number;
  /** Asked for only if it is needed; hatched after the sure part. */
  readonly maybe?: number;
  /** One whole box; a notch at each. */
  readonly box?: number;
  /** What must be reached; a thick tick. */
  readonly goal?: number;
}

interface MeterProps {
  readonly facts: MeterFacts;
  /** The whole meaning in words: the drawing adds nothing to it. */
  readonly label: string;
  /** The line below: figures on the left, the outcome on the right. */
  readonly children?: ComponentChildren;
}

/** More notches than this are a grey smear, and are left out. */
const MOST_NOTCHES = 24;

/** A notched rule filled with ink: solid is sure, hatched is tolerance, a notch is a box. */
export function Meter({ facts, label, children }: MeterProps): VNode {
  const scale = scaleOf(facts);
  const sure = Math.min(facts.sure, scale);
  const maybe = Math.min(facts.maybe ?? 0, scale - sure);
  const at = (amount: number): string => share(amount, scale);
  return (
    <div class="meter">
      <svg {...spoken(label)}>
        <rect class="ground" width="100%" height="22" />
        <rect class="sure" width={at(sure)} height="22" />
        <rect x={at(sure)} width={at(maybe)} height="22" fill="url(#hatch)" />
        {notchesOf(facts, scale).map((amount) => (
          <line
            class={amount > sure ? "notch ahead" : "notch"}
            x1={at(amount)}
            x2={at(amount)}
            y2="22"
          />
        ))}
        <rect class="edge" width="100%" height="22" />
        {facts.goal === undefined ? null : (
          <line class="goal" x1={at(facts.goal)} x2={at(facts.goal)} y1="-6" y2="28" />
        )}
      </svg>
      {children}
    </div>
  );
}

/** The end of the rule: the box in progress filled, or a quarter beyond the goal, or what is. */
export function scaleOf({ sure, maybe = 0, box, goal = 0 }: MeterFacts): number {
  const needed = Math.max(sure + maybe, 1);
  if (box !== undefined && box > 0) return Math.ceil(Math.max(sure, 1, goal) / box) * box;
  return Math.max(needed, goal * 1.25);
}

function notchesOf({ box }: MeterFacts, scale: number): readonly number[] {
  if (box === undefined || box <= 0) return [];
  const count = Math.ceil(scale / box) - 1;
  return count > MOST_NOTCHES ? [] : Array.from({ length: count }, (_, i) => (i + 1) * box);
}

function share(amount: number, whole: number): string {
  return `${Math.round((amount / whole) * 10_000) / 100}%`;
}

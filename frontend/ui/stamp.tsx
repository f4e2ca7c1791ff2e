import type { VNode } from "preact";

/** What a producer's stamp is cut from. */
export interface StampFacts {
  readonly name: string;
  readonly town: string;
  /** As in the catalogue: `bio-eu`, `pgs`, `integrata`, `coop-sociale`… */
  readonly certifications: readonly string[];
  readonly category: string;
}

/** Longer words than these do not fit around the ring at their size. */
const COMFORTABLE = 34;
const TIGHT = 46;

/** The producer's mark. Decoration: the name always stands beside it. */
export function Stamp(facts: StampFacts): VNode {
  const words = ringWords(facts);
  return (
    <svg
      class={`stamp turn${(facts.name.length % 3) + 1}`}
      viewBox="0 0 120 120"
      aria-hidden="true"
    >
      <circle class="st" cx="60" cy="60" r="57" />
      <circle class="st" cx="60" cy="60" r="37" />
      <text {...(words.length > COMFORTABLE ? { class: "long" } : {})}>
        <textPath href="#ring" textLength="266">
          {words}
        </textPath>
      </text>
      <text class="initials" x="60" y="63">
        {initialsOf(facts.name)}
      </text>
      <use href={`#g-${glyphOf(facts)}`} x="49" y="67" width="22" height="22" />
    </svg>
  );
}

/** Name and town; the town is left out when there is no room for both. */
function ringWords({ name, town }: StampFacts): string {
  const bare = withoutLegalForm(name);
  const both = `${bare} · ${town} · `;
  return (both.length > TIGHT ? `${bare} · ` : both).toUpperCase();
}

function withoutLegalForm(name: string): string {
  return name.replace(/\s*\([^)]*\)/, "").trim();
}

/** The first letters of the first two words that carry meaning: «Frutteto dell'Adige» is FA. */
export function initialsOf(name: string): string {
  const words = withoutLegalForm(name)
    .split(/[\s'’]+/)
    .filter((word) => !/^(d|dell|di|del|della|delle|dei|degli|da|e|il|la|le|lo|i)$/i.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join("")
    .toUpperCase();
}

const practices: readonly (readonly [certification: RegExp, glyph: string])[] = [
  [/^bio/, "organic"],
  [/^pgs/, "participatory"],
  [/^integrat/, "integrated"],
  [/sociale/, "social"],
];

function glyphOf({ certifications, category }: StampFacts): string {
  const practice = practices.find(([word]) => certifications.some((one) => word.test(one)));
  if (practice !== undefined) return practice[1];
  return category === "forno" ? "oven" : "farm";
}

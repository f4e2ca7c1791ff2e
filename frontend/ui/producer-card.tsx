import type { VNode } from "preact";
import type { Land } from "./drawings/species.ts";
import type { StampFacts } from "./stamp.tsx";
import { Stamp } from "./stamp.tsx";

/** A producer among others: its stamp on the land it works. */
export interface ProducerTileFacts {
  readonly href: string;
  readonly stamp: StampFacts;
  readonly land: Land;
  /** What it sells, in a few words. */
  readonly sells: string;
  /** How much of it is there now. */
  readonly now: string;
  /** Who vouches for it. */
  readonly practices: string;
}

/** The land with the producer's stamp printed on it. */
export function StampedLand({ land, stamp }: Pick<ProducerTileFacts, "land" | "stamp">): VNode {
  return (
    <div class={`picture stamped ${land}`}>
      <svg viewBox="0 0 160 120" aria-hidden="true">
        <circle class="sun" cx="124" cy="26" r="16" />
        <use href={`#z-${land}`} width="160" height="120" />
      </svg>
      <Stamp {...stamp} />
    </div>
  );
}

/** The label of a producer: one link, its whole area touchable. */
export function ProducerCard({ href, stamp, land, sells, now, practices }: ProducerTileFacts) {
  return (
    <li class="label">
      <div>
        <StampedLand land={land} stamp={stamp} />
        <div class="words">
          <h2>
            <a href={href} data-act="producer">
              {stamp.name}
            </a>
          </h2>
          <p class="small">{stamp.town}</p>
          {sells === "" ? null : <p>{sells}</p>}
          <p class="price">
            <strong>{now}</strong>
          </p>
          <p class="stock">{practices}</p>
        </div>
      </div>
    </li>
  );
}

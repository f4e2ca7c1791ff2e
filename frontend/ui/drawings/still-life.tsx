import type { VNode } from "preact";
import type { Silhouette } from "./species.ts";

type Placed = readonly [
  what: Silhouette | "crate",
  palette: string,
  x: number,
  y: number,
  size: number,
];

/** Back to front. Crates are 272 × 114, everything else is as high as it is wide. */
const scene: readonly Placed[] = [
  ["bottle", "red-wine", 196, 24, 196],
  ["jar", "acacia", 330, 112, 112],
  ["bag", "rice", 410, 92, 134],
  ["radicchio", "radicchio", 8, 98, 122],
  ["radicchio", "radicchio", 80, 84, 128],
  ["radicchio", "radicchio", 148, 104, 116],
  ["crate", "wood", 0, 196, 272],
  ["apple", "apple", 262, 246, 92],
  ["apple", "apple", 330, 230, 98],
  ["apple", "apple", 402, 248, 92],
  ["apple", "apple", 296, 270, 86],
  ["apple", "apple", 372, 272, 88],
  ["crate", "wood", 246, 312, 272],
  ["loaf", "crust", -2, 296, 150],
  ["cheese", "cheese", 140, 308, 116],
];

/** The market's table, for the poster of the home page. Decoration: silent. */
export function StillLife(): VNode {
  return (
    <svg class="scene" viewBox="-8 0 536 430" aria-hidden="true">
      <circle cx="372" cy="150" r="138" />
      {scene.map(([what, palette, x, y, size]) => (
        <use
          class={`p-${palette}`}
          href={what === "crate" ? "#c-crate" : `#s-${what}`}
          x={x}
          y={y}
          width={size}
          height={what === "crate" ? 114 : size}
        />
      ))}
    </svg>
  );
}

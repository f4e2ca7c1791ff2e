import type { VNode } from "preact";
import { glyphs } from "#frontend/ui/icons.tsx";
import type { PictureFacts } from "./picture.tsx";
import { symbolsOf } from "./picture.tsx";
import { drawingOf } from "./species.ts";

/** The sprite of these pictures alone: a fragment of a page, or a test. */
export function spriteFor(pictures: readonly PictureFacts[]): VNode {
  return sprite(symbolsOf(pictures));
}

/**
 * Finds every symbol that a rendered page points at (`#s-apple`, `#i-basket`, `#hatch`…), so that
 * a page's sprite holds what it uses, never more and never less.
 */
export function symbolsIn(html: string): readonly string[] {
  const found = html.matchAll(/(?:href="|url\()#((?:[a-z]-)?[a-z][a-z-]*)["|)]/g);
  const ids = new Set<string>();
  for (const [, id] of found) if (id !== undefined && symbolOf(id) !== null) ids.add(id);
  return [...ids].toSorted();
}

/** One hidden `<svg>` with a `<symbol>` for each id. Unknown ids are left out. */
export function sprite(ids: readonly string[]): VNode {
  return (
    <svg class="sprite" aria-hidden="true">
      {ids.map(symbolOf)}
    </svg>
  );
}

function symbolOf(id: string): VNode | null {
  if (id === "hatch") return hatch;
  if (id === "ring") return ring;
  const glyph = glyphs[id];
  if (glyph !== undefined) {
    return (
      <symbol id={id} viewBox="0 0 24 24">
        <path class="st" d={glyph} />
      </symbol>
    );
  }
  const found = drawingOf(id);
  if (found === null) return null;
  return (
    <symbol id={id} viewBox={found.box}>
      {found.drawing.map(([tint, ...pieces]) => (
        <path class={tint} d={pieces.join("")} />
      ))}
    </symbol>
  );
}

/** Diagonal strokes for what is not sure yet. */
const hatch = (
  <pattern
    id="hatch"
    width="8"
    height="8"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <path class="hatch" d="M0 0V8" />
  </pattern>
);

/** The circle that the words of a stamp walk along. */
const ring = <path id="ring" class="none" d="M17 60A43 43 0 0 1 103 60A43 43 0 0 1 17 60" />;

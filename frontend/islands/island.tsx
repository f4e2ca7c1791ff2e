import type { ComponentChildren, FunctionComponent, VNode } from "preact";
import { h } from "preact";

/** When a part of a page comes to life: at once, when the browser has time, when it is seen. */
type When = "load" | "idle" | "visible";

/** Where an island stands in a page. */
interface Placed<Props> {
  /** Unique in the page, and the same as long as the island is about the same. */
  readonly id: string;
  readonly when: When;
  /** Plain JSON, at most 2 KB. */
  readonly props: Props;
}

/** A part of a page that lives: written by the server, and waked by a script where there is one. */
export interface Island<Props> {
  (placed: Placed<Props>): VNode;
  /** What it draws: the same on the server and in the browser. */
  readonly draw: FunctionComponent<Props>;
}

/**
 * Makes an island of what it draws. The server writes its markup, complete without scripts, and its
 * props before it as a data block; the browser hydrates the one with the other.
 * @param name as `registry.ts` calls it
 */
export function island<Props extends object>(
  name: string,
  draw: FunctionComponent<Props>,
): Island<Props> {
  const place = ({ id, when, props }: Placed<Props>) => (
    <Frame id={id} data-island={name} data-when={when}>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: block(props) }} />
      {h(draw, props)}
    </Frame>
  );
  return Object.assign(place, { draw });
}

interface FrameProps {
  readonly id: string;
  readonly "data-island": string;
  readonly "data-when": When;
  readonly children: ComponentChildren;
}

/** An element of no meaning of its own, that takes no room (`f-island` in `layout.css`). */
function Frame({ children, ...named }: FrameProps): VNode {
  return h("f-island", named, children);
}

/** No end of a script can stand in it. */
function block(props: object): string {
  return JSON.stringify(props).replaceAll("<", "\\u003c");
}

import type { ComponentChildren, VNode } from "preact";

interface ScrollProps {
  /** The id of the heading that says what scrolls. */
  readonly labelledBy: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the page: it scrolls by itself, by keyboard too (WCAG 2.1.1). */
export function Scroll({ labelledBy, children }: ScrollProps): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls takes the focus
    <section class="scroll" tabIndex={0} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}

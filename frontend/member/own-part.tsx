import type { ComponentChildren, VNode } from "preact";

/** A part of the page under its name. */
export function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id} class="part">
        {title}
      </h2>
      {children}
    </section>
  );
}

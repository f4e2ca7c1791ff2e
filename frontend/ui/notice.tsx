import type { ComponentChildren, VNode } from "preact";
import type { Side } from "./facts.ts";

interface NoticeProps {
  /** `status` is announced when it appears; `error` interrupts; `note` is only read. */
  readonly kind: "note" | "status" | "error";
  readonly side?: Side;
  readonly children: ComponentChildren;
}

/**
 * Something the reader should know, with its remedy beside it. An error takes the focus by
 * itself, so that who sent a form hears first why it came back.
 */
export function Notice({ kind, side, children }: NoticeProps): VNode {
  const roles = { note: "note", status: "status", error: "alert" } as const;
  return (
    <div
      class={kind === "error" ? "notice error" : "notice"}
      role={roles[kind]}
      {...(kind === "error" ? { tabIndex: -1, autofocus: true } : {})}
      {...(side === undefined ? {} : { "data-side": side })}
    >
      {children}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly why: string;
  /** The one thing to do about it. */
  readonly children?: ComponentChildren;
}

/** Nothing is here, drawn as a crate that waits: says why, and what to do. */
export function Empty({ title, why, children }: EmptyProps): VNode {
  return (
    <section class="empty">
      <svg class="waiting" viewBox="0 0 120 50" aria-hidden="true">
        <use class="p-wood" href="#c-crate" width="120" height="50" />
      </svg>
      <h2>{title}</h2>
      {why === "" ? null : <p>{why}</p>}
      {children}
    </section>
  );
}

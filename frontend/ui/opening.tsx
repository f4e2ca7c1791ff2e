import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary, type FieldError } from "./field.tsx";
import { Notice } from "./notice.tsx";

interface OpeningProps {
  readonly t: Texts;
  readonly title: string;
  /** Whose page it is, above its title. */
  readonly kicker?: string | undefined;
  /** What it is for, in a sentence. */
  readonly lead?: string | undefined;
  /** What is wrong with a form of the page. */
  readonly errors?: readonly FieldError[];
  /** What was just done; null where nothing is to be said. */
  readonly news?: string | null;
}

/** How a page with forms begins: its name, what is wrong, what was done. Stands in a stack. */
export function Opening({ t, title, kicker, lead, errors = [], news = null }: OpeningProps): VNode {
  return (
    <>
      <div class="head">
        <div class="stack tight">
          {kicker === undefined ? null : <p class="kicker">{kicker}</p>}
          <h1>{title}</h1>
        </div>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      <ErrorSummary t={t} errors={errors} />
      {news === null ? null : (
        <Notice kind="status">
          <p>{news}</p>
        </Notice>
      )}
    </>
  );
}

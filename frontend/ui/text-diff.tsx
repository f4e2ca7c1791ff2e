import type { VNode } from "preact";
import { type DiffPart, textDiff } from "#domain/governance/text-diff.ts";
import type { Texts } from "#frontend/texts/texts.ts";

interface TextDiffProps {
  readonly t: Texts;
  readonly before: string;
  readonly after: string;
}

/** What changed between two texts, in place: struck out and underlined, and said to who listens. */
export function TextDiff({ t, before, after }: TextDiffProps): VNode {
  const paragraphs = byParagraph(textDiff(before, after));
  return (
    <div class="changes">
      {paragraphs.map((parts) => (
        <p>
          {parts.map((part) => (
            <Part t={t} part={part} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Part({ t, part: { kind, text } }: { readonly t: Texts; readonly part: DiffPart }) {
  if (kind === "kept") return <>{text}</>;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark>
      <span class="hidden">{t.rules.diff[kind]} </span>
      {text}
    </Mark>
  );
}

/** Line ends divide paragraphs, also within a part. */
function byParagraph(parts: readonly DiffPart[]): readonly (readonly DiffPart[])[] {
  const paragraphs: DiffPart[][] = [[]];
  for (const { kind, text } of parts) {
    for (const [at, line] of text.split("\n").entries()) {
      if (at > 0) paragraphs.push([]);
      if (line !== "") paragraphs.at(-1)?.push({ kind, text: line });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

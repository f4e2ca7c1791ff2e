import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { DrawnCode } from "#frontend/ui/drawn-code.tsx";

interface HandedOverProps {
  readonly t: Texts;
  readonly facts: {
    readonly name: string;
    readonly link: string;
    readonly expiresAt: Instant;
  };
}

/** The way to a passkey, for somebody who stands beside the screen. Shown once. */
export function HandedOver({ t, facts }: HandedOverProps): VNode {
  const say = t.office.people;
  return (
    <div class="sheet stack loose reading">
      <div class="stack">
        <h1>{say.handedTitle}</h1>
        <p>{say.handed(facts.name, t.format.dayAndHour(facts.expiresAt))}</p>
      </div>
      <div class="paper stack">
        <DrawnCode text={facts.link} label={say.handedCode} />
        <p>
          <code>{facts.link}</code>
        </p>
      </div>
      <p>
        <a class="button" href="/rete/persone" data-act="back">
          {say.back}
        </a>
      </p>
    </div>
  );
}

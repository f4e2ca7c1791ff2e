import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import type { GroupToolsFacts } from "./group-facts.ts";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the tools under its name. */
export function Section({ id, title, children }: SectionProps): VNode {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id} class="part">
        {title}
      </h2>
      {children}
    </section>
  );
}

interface WaitingProps {
  readonly t: Texts;
  readonly facts: Pick<GroupToolsFacts, "waiting" | "group">;
}

/** Who asks to come in: a yes, or a no with its reason. */
export function GroupWaiting({ t, facts: { waiting, group } }: WaitingProps): VNode {
  const say = t.groups.tools;
  return (
    <Section id="richieste" title={say.waiting}>
      {waiting.length === 0 ? <p>{say.waitingNone}</p> : null}
      <ul class="ruled">
        {waiting.map(({ id, name, askedAt, keys }) => {
          const action = `/gruppi/${group.id}/richieste/${id}/risposta`;
          return (
            <li class="stack">
              <p>
                <strong>{name ?? say.unnamed}</strong>, {say.asked(t.format.dayAndHour(askedAt))}
              </p>
              <form method="post" action={action}>
                <input type="hidden" name="key" value={keys.yes} />
                <input type="hidden" name="answer" value="yes" />
                <button class="button strong" type="submit" data-act="accept">
                  {say.accept}
                  <span class="hidden"> {name ?? say.unnamed}</span>
                </button>
              </form>
              <details class="fold">
                <summary data-act="decline">{say.decline}</summary>
                <form class="stack" method="post" action={action}>
                  <input type="hidden" name="key" value={keys.no} />
                  <input type="hidden" name="answer" value="no" />
                  <TextField
                    t={t}
                    id={`reason-${id}`}
                    name="reason"
                    label={say.reason}
                    maxLength={300}
                    optional
                  />
                  <p>
                    <button class="button" type="submit" data-act="decline-go">
                      {say.decline}
                    </button>
                  </p>
                </form>
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

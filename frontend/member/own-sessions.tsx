import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { OwnFacts, OwnSession } from "./own-facts.ts";
import { Part } from "./own-part.tsx";

interface SessionsProps {
  readonly t: Texts;
  readonly facts: OwnFacts;
}

/** Where one is signed in; the others can be ended from here, one by one or all. */
export function Sessions({ t, facts }: SessionsProps): VNode {
  const say = t.access.own;
  return (
    <Part id="sessioni" title={say.sessions}>
      <ul class="ruled">
        {facts.sessions.map((session) => (
          <Session t={t} session={session} />
        ))}
      </ul>
      {facts.sessions.length < 2 ? null : (
        <form method="post" action="/io/sessioni/altre">
          <input type="hidden" name="key" value={facts.keys.others} />
          <button class="button" type="submit" data-act="end-others">
            {say.endOthers}
          </button>
        </form>
      )}
    </Part>
  );
}

function Session({ t, session }: { readonly t: Texts; readonly session: OwnSession }) {
  const say = t.access.own;
  const { id, begunBy, startedAt, seenAt, isCurrent, key } = session;
  const { dayAndHour } = t.format;
  const device = session.device === "" ? say.unknownDevice : session.device;
  return (
    <li class="row apart">
      <div>
        <h3>{device}</h3>
        <p class="small">
          {say.begunBy[begunBy]}, {say.since(dayAndHour(startedAt))}
          {isCurrent ? null : `, ${say.seen(dayAndHour(seenAt))}`}
        </p>
      </div>
      {isCurrent ? (
        <span class="tag">{say.thisOne}</span>
      ) : (
        <form method="post" action={`/io/sessioni/${id}/fine`}>
          <input type="hidden" name="key" value={key} />
          <button class="button" type="submit" data-act="end-session">
            {say.end}
            <span class="hidden"> {say.endOf(device)}</span>
          </button>
        </form>
      )}
    </li>
  );
}

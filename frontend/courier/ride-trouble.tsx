import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { RideFacts } from "./ride-facts.ts";

interface TroubleProps {
  readonly t: Texts;
  readonly facts: RideFacts;
}

const LATE = [10, 20, 30, 45, 60] as const;

/** Late, or no further: the rest of the day is planned anew, and the hub sees it. */
export function Trouble({ t, facts }: TroubleProps): VNode {
  const say = t.courier;
  const action = `/corriere/${facts.cycleId}/${facts.shiftId}/fatti`;
  return (
    <section class="stack tight" aria-label={say.trouble}>
      <details class="fold">
        <summary data-act="tell-late">{say.late}</summary>
        <form class="stack" method="post" action={action}>
          <input type="hidden" name="key" value={`${facts.key}:late`} />
          <input type="hidden" name="kind" value="late" />
          <p>{say.lateWhy}</p>
          <p class="row">
            {LATE.map((minutes) => (
              <button
                class="button"
                type="submit"
                name="minutes"
                value={minutes}
                data-act={`late-${minutes}`}
              >
                {say.minutes(minutes)}
              </button>
            ))}
          </p>
        </form>
      </details>
      <details class="fold">
        <summary data-act="tell-out">{say.stop}</summary>
        <form class="stack" method="post" action={action}>
          <input type="hidden" name="key" value={`${facts.key}:out`} />
          <input type="hidden" name="kind" value="out" />
          <p>{say.stopWhy}</p>
          <button class="button wide" type="submit" data-act="tell-out-go">
            {say.stopGo}
          </button>
        </form>
      </details>
    </section>
  );
}

import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import { FAILURES } from "#domain/delivery/rounds/round-event.ts";
import type { StopFacts } from "#frontend/ui/route-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { NextDeed, RideFacts } from "./ride-facts.ts";

interface DeedProps {
  readonly t: Texts;
  readonly facts: RideFacts;
}

/** What is next, as large as a thumb in the rain needs it. */
export function NextDeedCard({ t, facts }: DeedProps): VNode | null {
  const { next } = facts;
  if (next === null) return null;
  return (
    <section class="next-stop stack" aria-labelledby="next">
      {next.kind === "load" ? (
        <Load t={t} facts={facts} next={next} />
      ) : (
        <NextStop t={t} facts={facts} stop={next.stop} number={next.number} />
      )}
    </section>
  );
}

type Loading = Extract<NextDeed, { readonly kind: "load" }>;

function Load({ t, facts, next }: DeedProps & { readonly next: Loading }) {
  const say = t.courier;
  const { trip, at, crates, coldCrates } = next;
  return (
    <>
      <p>{say.loadKicker(trip)}</p>
      <h2 id="next">{say.loadTitle}</h2>
      <p>{say.loadWhat(crates, coldCrates, t.format.time(at))}</p>
      <Deed facts={facts} kind="loaded" subjects={[]} act="tell-loaded" words={say.loaded} />
    </>
  );
}

interface NextStopProps extends DeedProps {
  readonly stop: StopFacts;
  readonly number: number;
}

function NextStop({ t, facts, stop, number }: NextStopProps) {
  const say = t.courier;
  const { name, street, note, orders, crates, coldCrates, phone, subjects } = stop;
  const isHome = stop.kind === "home" && street !== "";
  const what = stop.kind === "collection" ? t.rounds.fetch : t.rounds.ordersAt(orders);
  const load = t.rounds.load(crates, coldCrates, t.format.weight(grams(stop.grams)));
  return (
    <>
      <p>{say.nextKicker(number, t.format.time(stop.arrivesAt))}</p>
      <h2 id="next">{isHome ? street : name}</h2>
      <p>
        <strong>{isHome ? name : street}</strong>
        {note === "" ? null : ` ${note}`}
      </p>
      <p class="load">
        {what}: {load}
      </p>
      <Deed
        facts={facts}
        kind="done"
        subjects={subjects}
        act="tell-done"
        words={stop.kind === "collection" ? say.collected : say.delivered}
      />
      <div class="row">
        <a class="button" href={geoOf(stop, isHome ? street : name)} data-act="navigate">
          {say.navigate}
        </a>
        {phone === "" ? null : (
          <a class="button" href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`} data-act="call">
            {say.call}
          </a>
        )}
      </div>
      <InVain t={t} facts={facts} stop={stop} />
    </>
  );
}

/** Opens whatever map the telephone has. */
function geoOf({ latMicrodegrees, lonMicrodegrees }: StopFacts, label: string): string {
  const at = `${latMicrodegrees / 1_000_000},${lonMicrodegrees / 1_000_000}`;
  return `geo:${at}?q=${at}(${encodeURIComponent(label)})`;
}

interface TellProps {
  readonly facts: RideFacts;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly act: string;
  readonly words: string;
}

function Deed({ facts, kind, subjects, act, words }: TellProps) {
  return (
    <form method="post" action={`/corriere/${facts.cycleId}/${facts.shiftId}/fatti`}>
      <Told facts={facts} kind={kind} subjects={subjects} />
      <button class="button tall wide" type="submit" data-act={act}>
        {words}
      </button>
    </form>
  );
}

function Told({ facts, kind, subjects }: Pick<TellProps, "facts" | "kind" | "subjects">) {
  return (
    <>
      <input type="hidden" name="key" value={`${facts.key}:${kind}`} />
      <input type="hidden" name="kind" value={kind} />
      {subjects.map((subject) => (
        <input type="hidden" name="subject" value={subject} />
      ))}
    </>
  );
}

/** Two taps apart from "done": why it was in vain, and that it is meant. */
function InVain({ t, facts, stop }: DeedProps & { readonly stop: StopFacts }) {
  const say = t.courier;
  return (
    <details class="fold">
      <summary data-act="tell-failed">{say.inVain}</summary>
      <form
        class="stack"
        method="post"
        action={`/corriere/${facts.cycleId}/${facts.shiftId}/fatti`}
      >
        <Told facts={facts} kind="failed" subjects={stop.subjects} />
        <fieldset class="field">
          <legend>{say.whyInVain}</legend>
          {FAILURES.map((reason, index) => (
            <label class="choice">
              <input
                type="radio"
                name="reason"
                value={reason}
                checked={index === 0}
                data-act={`reason-${reason}`}
              />
              {say.reasons[reason]}
            </label>
          ))}
        </fieldset>
        <button class="button wide" type="submit" data-act="tell-failed-go">
          {say.inVainGo}
        </button>
      </form>
    </details>
  );
}

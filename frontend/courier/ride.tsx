import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { RouteFacts, StopFacts } from "#frontend/ui/route-facts.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { groundOf } from "#frontend/ui/drawings/cities.ts";
import { groundAround, SchematicMap } from "#frontend/ui/map.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { NextDeedCard } from "./next-deed.tsx";
import type { PastStop, RideChange, RideFacts } from "./ride-facts.ts";
import { Trouble } from "./ride-trouble.tsx";

interface RideProps {
  readonly t: Texts;
  readonly facts: RideFacts;
}

/** A round as who rides it needs it, with one thumb: what is next, what changed, what is left. */
export function Ride({ t, facts }: RideProps): VNode {
  const say = t.courier;
  const { code, deliveryDay, vehicle, from, to, route, errors, done, past } = facts;
  const kicker = `${code}, ${t.format.day(deliveryDay)}`;
  const hours = `${t.rounds[facts.task]}, ${t.format.time(from)}–${t.format.time(to)}`;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={vehicle} kicker={kicker} lead={hours} errors={errors} news={done} />
      <News t={t} facts={facts} />
      <Standing t={t} facts={facts} />
      <NextDeedCard t={t} facts={facts} />
      {facts.mayTell && !facts.isOut && facts.next === null && route !== null ? (
        <Notice kind="note">
          <p>{say.allDone}</p>
        </Notice>
      ) : null}
      {facts.next === null ? null : <Trouble t={t} facts={facts} />}
      {route === null ? null : <Way t={t} facts={facts} route={route} />}
      {past.length === 0 ? null : <Past t={t} past={past} />}
      <Ways t={t} facts={facts} />
      <p class="small">{say.private}</p>
    </div>
  );
}

/** A plan that was not read yet: what it changes, and the button that says so. */
function News({ t, facts }: RideProps) {
  const { news, cycleId, shiftId, key } = facts;
  if (news === null) return null;
  const say = t.courier;
  const { isFirst, changes, savedAt } = news;
  const words = isFirst ? say.first : changes.length === 0 ? say.sameForYou : say.changed;
  return (
    <Notice kind="note">
      <h2 class="lesser">{isFirst ? say.firstTitle : say.newsTitle(t.format.time(savedAt))}</h2>
      <p>{words}</p>
      {changes.length === 0 ? null : (
        <ul class="plain">
          {changes.map((change) => (
            <li>
              <strong>{change.name}</strong>: {changeWords(t, change)}
            </li>
          ))}
        </ul>
      )}
      {facts.mayTell ? (
        <form method="post" action={`/corriere/${cycleId}/${shiftId}/letto`}>
          <input type="hidden" name="key" value={`${key}:read`} />
          <input type="hidden" name="plan" value={news.planId} />
          <input type="hidden" name="version" value={news.version} />
          <input type="hidden" name="vehicle" value={news.vehicle} />
          <button class="button tall wide" type="submit" data-act="acknowledge-round">
            {say.read}
          </button>
        </form>
      ) : null}
    </Notice>
  );
}

function changeWords(t: Texts, { before, after }: RideChange): string {
  const say = t.courier;
  const { time } = t.format;
  if (after === null) return say.gone;
  return before === null ? say.added(time(after)) : say.moved(time(before), time(after));
}

/** How the plan stands, where it is not simply there. */
function Standing({ t, facts }: RideProps) {
  const say = t.courier;
  const { plan, cycleId, shiftId, isOut } = facts;
  if (isOut) {
    return (
      <Notice kind="note">
        <p>{say.out}</p>
      </Notice>
    );
  }
  if (plan === "solved" || plan === "set-aside") return null;
  return (
    <Notice kind="status">
      <p>{plan === "none" ? say.noPlan : say.planning}</p>
      {plan === "none" ? null : (
        <p>
          <a class="button" href={`/corriere/${cycleId}/${shiftId}`} data-act="reload-round">
            {say.reload}
          </a>
        </p>
      )}
    </Notice>
  );
}

function Way({ t, facts, route }: RideProps & { readonly route: RouteFacts }) {
  const { trips, metres, leavesAt, backAt } = route;
  const stops = trips.flatMap((trip) => trip.stops);
  return (
    <section class="stack" aria-labelledby="way">
      <h2 id="way" class="part">
        {t.courier.way}
      </h2>
      <p>
        {t.courier.stops(stops.length)},{" "}
        {t.rounds.routeSums(
          t.format.time(leavesAt),
          t.format.time(backAt),
          t.format.distance(metres),
        )}
        .
      </p>
      <WayMap t={t} facts={facts} stops={stops} />
      {trips.map((trip, index) => (
        <>
          {trips.length === 1 ? null : (
            <h3 class="lesser">{t.rounds.trip(index + 1, t.format.time(trip.leavesAt))}</h3>
          )}
          <ol class="stops">
            {trip.stops.map((stop) => (
              <Stop t={t} stop={stop} />
            ))}
          </ol>
        </>
      ))}
    </section>
  );
}

function WayMap({ t, facts, stops }: RideProps & { readonly stops: readonly StopFacts[] }) {
  const { hub, task, vehicle } = facts;
  if (hub === null || stops.length === 0) return null;
  const home = { ...hub, mark: "M" };
  return (
    <SchematicMap
      t={t}
      ground={task === "collect" ? groundOf([home, ...stops]) : groundAround(stops)}
      points={[...stops, home]}
      ways={[[hub, ...stops, hub]]}
      label={t.courier.map(vehicle)}
    />
  );
}

function Stop({ t, stop }: { readonly t: Texts; readonly stop: StopFacts }) {
  const { mark, name, street, orders, crates, coldCrates, isHurried, told } = stop;
  const what = stop.kind === "collection" ? t.rounds.fetch : t.rounds.ordersAt(orders);
  const load = t.rounds.load(crates, coldCrates, t.format.weight(grams(stop.grams)));
  return (
    <li>
      <span class="figure">{mark}</span>
      <span>
        {told === null ? <strong>{name}</strong> : <s>{name}</s>}{" "}
        {told === null ? null : (
          <span class="tag">{told === "done" ? t.rounds.done : t.rounds.failed}</span>
        )}{" "}
        {isHurried ? <span class="tag">{t.rounds.hurried}</span> : null}
      </span>
      <span>{t.format.time(stop.arrivesAt)}</span>
      <span class="small">{[street, what, load].filter((part) => part !== "").join(", ")}</span>
    </li>
  );
}

function Past({ t, past }: { readonly t: Texts; readonly past: readonly PastStop[] }) {
  const say = t.courier;
  return (
    <section class="stack" aria-labelledby="past">
      <h2 id="past" class="part">
        {say.past}
      </h2>
      <ul class="ruled">
        {past.map(({ name, at, kind, reason }) => (
          <li class="row apart">
            <span>
              {t.format.time(at)} {name}
            </span>
            <span class="tag">
              {kind === "done" ? t.rounds.done : say.failedFor(say.reasons[reason ?? "other"])}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to paper, to a navigator, and to everybody's rounds. */
function Ways({ t, facts }: RideProps) {
  const { route, cycleId, week } = facts;
  const at = `/rete/giri/${cycleId}/foglio/${route?.vehicle ?? 0}`;
  return (
    <p class="row">
      {route === null ? null : (
        <>
          <a href={at} data-act="round-sheet">
            {t.rounds.sheet}
          </a>
          <a href={`${at}/gpx`} download data-act="round-gpx">
            GPX
          </a>
        </>
      )}
      {week === null ? null : <a href={week}>{t.rounds.backToWeek}</a>}
      <a href="/corriere">{t.courier.title}</a>
    </p>
  );
}

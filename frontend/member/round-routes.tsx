import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { groundOf } from "#frontend/ui/drawings/cities.ts";
import { groundAround, SchematicMap } from "#frontend/ui/map.tsx";
import type { RoundsWeekFacts } from "./rounds-facts.ts";
import type { RouteFacts, StopFacts, TripFacts } from "#frontend/ui/route-facts.ts";

interface RoutesProps {
  readonly t: Texts;
  readonly facts: RoundsWeekFacts;
}

/** The rounds of a week: what is collected, then what is brought, each with its map and list. */
export function RoundRoutes({ t, facts }: RoutesProps): VNode {
  return (
    <>
      <Task t={t} facts={facts} task="collect" />
      <Task t={t} facts={facts} task="deliver" />
    </>
  );
}

function Task({ t, facts, task }: RoutesProps & { readonly task: RouteFacts["task"] }) {
  const routes = facts.routes.filter((route) => route.task === task);
  if (routes.length === 0) return null;
  const stops = routes.flatMap(({ trips }) => trips.flatMap((trip) => trip.stops));
  const isHurried = stops.some((stop) => stop.isHurried);
  const title = task === "collect" ? t.rounds.collect : t.rounds.deliver;
  return (
    <section class="stack" aria-labelledby={task}>
      <h2 id={task} class="part">
        {title}
      </h2>
      <RoundMap t={t} hub={facts.hub} routes={routes} title={title} />
      {isHurried ? <p class="small">{t.rounds.hurriedWhy}</p> : null}
      {routes.map((route) => (
        <Route t={t} cycleId={facts.cycleId} route={route} shown={facts.shown} />
      ))}
    </section>
  );
}

function RoundMap({
  t,
  hub,
  routes,
  title,
}: {
  readonly t: Texts;
  readonly hub: RoundsWeekFacts["hub"];
  readonly routes: readonly RouteFacts[];
  readonly title: string;
}) {
  if (hub === null) return null;
  const stops = routes.flatMap(({ trips }) => trips.flatMap((trip) => trip.stops));
  const home = { ...hub, mark: "M" };
  const ways = routes.map(({ trips }) => trips.flatMap((trip) => [hub, ...trip.stops, hub]));
  const letters = t.format.list(routes.map(({ letter }) => letter));
  return (
    <SchematicMap
      t={t}
      ground={title === t.rounds.collect ? groundOf([home, ...stops]) : groundAround(stops)}
      points={[...apart(stops), home]}
      ways={ways}
      label={t.rounds.mapLabel(title, letters)}
    />
  );
}

/** Of stops at the same place the first has the pin: several trips may pass a point. */
function apart(stops: readonly StopFacts[]): readonly StopFacts[] {
  const seen = new Set<string>();
  return stops.filter(({ latMicrodegrees, lonMicrodegrees }) => {
    const place = `${latMicrodegrees} ${lonMicrodegrees}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

interface RouteProps {
  readonly t: Texts;
  readonly cycleId: string;
  readonly route: RouteFacts;
  readonly shown: string | null;
}

function Route({ t, cycleId, route, shown }: RouteProps) {
  const say = t.rounds;
  const { time, distance } = t.format;
  const { letter, name, courier, leavesAt, backAt, metres, isRead, trips } = route;
  const at = `/rete/giri/${cycleId}/foglio/${route.vehicle}`;
  const of = shown === null ? "" : `?piano=${shown}`;
  return (
    <article class="stack tight" aria-labelledby={`round-${letter}`}>
      <div class="row apart">
        <h3 id={`round-${letter}`}>{say.route(letter, name)}</h3>
        <span class="tag">{isRead ? say.read : say.unread}</span>
      </div>
      <p>
        {courier}. {say.routeSums(time(leavesAt), time(backAt), distance(metres))},{" "}
        {say.trips(trips.length)}.
      </p>
      {trips.map((trip, index) => (
        <Trip t={t} trip={trip} number={index + 1} isOnly={trips.length === 1} />
      ))}
      <p class="row small">
        <a href={`${at}${of}`} data-act="round-sheet">
          {say.sheet}
        </a>
        <span>{say.files}</span>
        {["gpx", "geojson", "csv"].map((kind) => (
          <a href={`${at}/${kind}${of}`} download data-act={`round-${kind}`}>
            {kind.toUpperCase()}
          </a>
        ))}
      </p>
    </article>
  );
}

interface TripProps {
  readonly t: Texts;
  readonly trip: TripFacts;
  readonly number: number;
  readonly isOnly: boolean;
}

function Trip({ t, trip, number, isOnly }: TripProps) {
  return (
    <>
      {isOnly ? null : (
        <h4 class="lesser">{t.rounds.trip(number, t.format.time(trip.leavesAt))}</h4>
      )}
      <ol class="stops">
        {trip.stops.map((stop) => (
          <Stop t={t} stop={stop} />
        ))}
      </ol>
    </>
  );
}

function Stop({ t, stop }: { readonly t: Texts; readonly stop: StopFacts }) {
  const say = t.rounds;
  const { mark, name, street, orders, crates, coldCrates, isHurried, told } = stop;
  const what = stop.kind === "collection" ? say.fetch : say.ordersAt(orders);
  const load = say.load(crates, coldCrates, t.format.weight(grams(stop.grams)));
  return (
    <li>
      <span class="figure">{mark}</span>
      <span>
        <strong>{name}</strong> {told === null ? null : <span class="tag">{say[told]}</span>}{" "}
        {isHurried ? <span class="tag">{say.hurried}</span> : null}
      </span>
      <span>{t.format.time(stop.arrivesAt)}</span>
      <span class="small">{[street, what, load].filter((part) => part !== "").join(", ")}</span>
    </li>
  );
}

import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { RouteFacts, StopFacts } from "#frontend/ui/route-facts.ts";

interface SheetProps {
  readonly t: Texts;
  readonly cycleId: string;
  readonly code: string;
  readonly route: RouteFacts;
}

/** A round on paper, for who drives without a telephone: in order, with a box to tick. */
export function RoundSheet({ t, cycleId, code, route }: SheetProps): VNode {
  const say = t.rounds;
  const { time, distance } = t.format;
  return (
    <div class="sheet stack">
      <div class="head">
        <div class="stack tight">
          <p class="kicker">
            {code}, {route.courier}
          </p>
          <h1>{say.sheetTitle(route.letter, route.name)}</h1>
        </div>
        <p>
          {say.routeSums(time(route.leavesAt), time(route.backAt), distance(route.metres))},{" "}
          {say.trips(route.trips.length)}.
        </p>
      </div>
      {route.trips.map((trip, index) => (
        <section class="stack tight">
          <h2 class="part">{say.trip(index + 1, time(trip.leavesAt))}</h2>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say.sheetTimes}</th>
                <th scope="col">{say.sheetStop}</th>
                <th scope="col">{say.sheetLoad}</th>
                <th scope="col">{say.sheetTick}</th>
              </tr>
            </thead>
            <tbody>
              {trip.stops.map((stop) => (
                <Row t={t} stop={stop} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p>{say.sheetBack(time(route.backAt))}.</p>
      <p class="no-print">
        <a href={`/rete/giri/${cycleId}`}>{say.backToWeek}</a>
      </p>
    </div>
  );
}

function Row({ t, stop }: { readonly t: Texts; readonly stop: StopFacts }) {
  const say = t.rounds;
  const { mark, name, street, phone, note, orders, crates, coldCrates } = stop;
  const what = stop.kind === "collection" ? say.fetch : say.ordersAt(orders);
  return (
    <tr>
      <th scope="row">{t.format.time(stop.arrivesAt)}</th>
      <td>
        <strong>
          {mark} {name}
        </strong>
        <br />
        {[street, phone, what, note].filter((part) => part !== "").join(", ")}
      </td>
      <td>{say.load(crates, coldCrates, t.format.weight(grams(stop.grams)))}</td>
      <td>
        <span class="swatch" />
        <span class="hidden">{say.sheetTick}</span>
      </td>
    </tr>
  );
}

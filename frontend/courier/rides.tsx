import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import type { ListedRide, RidesFacts } from "./ride-facts.ts";

interface RidesProps {
  readonly t: Texts;
  readonly facts: RidesFacts;
}

/** The rounds that somebody rides, today and later. */
export function Rides({ t, facts }: RidesProps): VNode {
  const say = t.courier;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} />
      {facts.rides.length === 0 ? (
        <Empty title={say.none} why={say.noneWhy} />
      ) : (
        <ul class="ruled">
          {facts.rides.map((ride) => (
            <Listed t={t} ride={ride} />
          ))}
        </ul>
      )}
      {facts.seesAll ? (
        <p>
          <a href="/rete/giri" data-act="all-rounds">
            {say.all}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Listed({ t, ride }: { readonly t: Texts; readonly ride: ListedRide }) {
  const say = t.courier;
  const { href, vehicle, code, deliveryDay, from, to, task, courier, plan } = ride;
  return (
    <li class="row apart">
      <span>
        <a href={href} data-act="own-round">
          <strong>{say.ride(t.format.day(deliveryDay), vehicle)}</strong>
        </a>
        <br />
        <span class="small">
          {t.rounds[task]}, {t.format.time(from)}–{t.format.time(to)}. {courier}. {code}.
        </span>
      </span>
      <span class="tag">{say.plan[plan]}</span>
    </li>
  );
}

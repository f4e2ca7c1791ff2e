import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Scroll } from "#frontend/ui/scroll.tsx";
import type { HoursFacts } from "./rounds-facts.ts";

interface HoursProps {
  readonly t: Texts;
  readonly hours: HoursFacts;
}

/** How hours are shared among who drives, and what that costs: nobody is ranked by speed. */
export function RoundHours({ t, hours }: HoursProps): VNode {
  const say = t.rounds.hours;
  const { money, percent } = t.format;
  const { cost } = hours;
  const words =
    cost === null
      ? say.free
      : say.cost(money(cost.extraCents), percent(cost.part), money(cost.perHourCents));
  return (
    <section class="stack" aria-labelledby="hours">
      <h2 id="hours" class="part">
        {say.title}
      </h2>
      <p>{say.lead}</p>
      <Drivers t={t} hours={hours} />
      <p>
        {words}{" "}
        <a href="/regole/courier-fairness" data-act="fairness-rule">
          {say.rule}
        </a>
      </p>
    </section>
  );
}

function Drivers({ t, hours }: HoursProps) {
  const say = t.rounds.hours;
  return (
    <Scroll labelledBy="hours">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.who}</th>
            {say.heads.map((head) => (
              <th scope="col" class="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.drivers.map((driver) => (
            <Driver t={t} driver={driver} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Driver({
  t,
  driver,
}: Pick<HoursProps, "t"> & { readonly driver: HoursFacts["drivers"][number] }) {
  const say = t.rounds.hours;
  const { name, vehicle, task, minutes, aheadMinutes, offMinutes } = driver;
  return (
    <tr>
      <th scope="row">
        {vehicle}
        <br />
        <span class="small">
          {name}, {t.rounds[task]}
        </span>
      </th>
      {[say.time(minutes), say.ahead(aheadMinutes), say.off(offMinutes)].map((figure) => (
        <td class="n">{figure}</td>
      ))}
    </tr>
  );
}

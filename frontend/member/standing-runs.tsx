import type { VNode } from "preact";
import type { StandingLineNo } from "#domain/orders/standing.ts";
import type { SaleUnit } from "#frontend/texts/format.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { sizeName } from "./size-name.ts";
import type { StandingRunFacts } from "./standing-facts.ts";

interface RunsProps {
  readonly t: Texts;
  readonly runs: readonly StandingRunFacts[];
}

/** What came of the list, cycle by cycle; of each line that is missing, why. */
export function StandingRuns({ t, runs }: RunsProps): VNode {
  const say = t.standing;
  if (runs.length === 0) return <p>{say.runsNone}</p>;
  return (
    <ul class="ruled">
      {runs.map((run) => (
        <Run t={t} run={run} />
      ))}
    </ul>
  );
}

function Run({ t, run }: { readonly t: Texts; readonly run: StandingRunFacts }) {
  const say = t.standing;
  const isGood = run.outcome === "placed" || run.outcome === "skipped";
  const missing = run.lines.filter(({ no }) => no !== null);
  return (
    <li class="stack">
      <p class="small">{say.cycle(run.cycleCode, t.format.day(run.deliveryDay))}</p>
      <p class={isGood ? "good" : "missing"}>{say.outcome[run.outcome]}</p>
      {run.no === null ? null : <p>{say.why[run.no]}</p>}
      {missing.length === 0 ? null : (
        <ul class="stack">
          {missing.map((line) => (
            <li class="small">{lineWords(t, line)}</li>
          ))}
        </ul>
      )}
      {run.orderId === null ? null : (
        <p>
          <a href={`/ordini/${run.orderId}`} data-act="standing-order">
            {say.toOrder}
          </a>
        </p>
      )}
    </li>
  );
}

function lineWords(t: Texts, line: StandingRunFacts["lines"][number]): string {
  const say = t.standing;
  const unit: SaleUnit = line.kind === "kg" ? "kg" : "piece";
  const name = sizeName(line.productName, line.label);
  const wanted = t.format.quantity(line.wantedMilli, unit);
  const got =
    line.orderedMilli === 0
      ? say.gotNothing(name, wanted)
      : say.got(name, t.format.quantity(line.orderedMilli, unit), wanted);
  return line.no === null ? got : `${got}, ${reasonOf(t, line.no, unit)}`;
}

function reasonOf(t: Texts, no: StandingLineNo, unit: SaleUnit): string {
  const say = t.standing.line;
  if (no.why === "price-risen") return say[no.why](t.format.money(no.priceCents));
  if (no.why === "not-in-steps") return say[no.why](t.format.quantity(no.stepMilli, unit));
  if (no.why !== "short-stock") return say[no.why];
  return no.leftMilli === 0 ? say.gone : say[no.why](t.format.quantity(no.leftMilli, unit));
}

import type { VNode } from "preact";
import { sumCents } from "#domain/kernel/money.ts";
import { sumMilli } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { fullName } from "./offer.ts";
import { Icon } from "#frontend/ui/icons.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import type {
  GroupHouseholdFacts,
  GroupLineFacts,
  GroupOfferFacts,
  GroupToolsFacts,
} from "./group-facts.ts";

interface MatrixProps {
  readonly t: Texts;
  readonly facts: GroupToolsFacts;
}

/** Households by rows, products by columns; both ways come to the same, or it is said. */
export function GroupMatrix({ t, facts }: MatrixProps): VNode {
  const say = t.groups.tools;
  const { group, cycle, offers, isSquare } = facts;
  const ordered = facts.households.filter(({ order }) => order !== null);
  const sheet = `/gruppi/${group.id}/foglio?ciclo=${encodeURIComponent(cycle?.code ?? "")}`;
  return (
    <section class="stack" aria-labelledby="foglio">
      <div class="head">
        <h2 id="foglio">{say.matrix}</h2>
        <a class="button" href={sheet} data-act="group-sheet">
          <Icon name="print" /> {say.print}
        </a>
      </div>
      <p class={isSquare ? "good" : "missing"}>{isSquare ? say.square : say.notSquare}</p>
      <p class="small">{isSquare ? say.squareWhy : say.notSquareWhy}</p>
      <div class="scroll">
        <table class="table matrix">
          <thead>
            <tr>
              <th scope="col">{say.family}</th>
              <th scope="col" class="n">
                {say.total}
              </th>
              <th scope="col" class="n">
                {say.available}
              </th>
              {offers.map(({ offer }) => (
                <th scope="col" class="n" {...toldIn(t)}>
                  {fullName(offer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.map((household) => (
              <HouseholdRow t={t} household={household} offers={offers} />
            ))}
          </tbody>
          <Totals t={t} offers={offers} households={ordered} />
        </table>
      </div>
    </section>
  );
}

interface RowProps {
  readonly t: Texts;
  readonly household: GroupToolsFacts["households"][number];
  readonly offers: readonly GroupOfferFacts[];
}

function HouseholdRow({ t, household, offers }: RowProps) {
  const { name, order, availableCents } = household;
  const lines = order?.lines ?? [];
  return (
    <tr>
      <th scope="row">
        <a href={`/ordini/${order?.id ?? ""}`} data-act="order">
          {name ?? t.groups.tools.unnamed}
        </a>
      </th>
      <td class="n">{t.format.money(sumCents(lines.map(({ cents }) => cents)))}</td>
      <td class={availableCents !== null && availableCents < 0 ? "n missing" : "n"}>
        {availableCents === null ? "" : t.format.money(availableCents)}
      </td>
      {offers.map(({ offer }) => {
        const line = lines.find(({ offerId }) => offerId === offer.terms.offerId);
        return <td class="n">{line === undefined ? "" : cellOf(t, line)}</td>;
      })}
    </tr>
  );
}

/** «5 + 1»: wanted, and what is tolerated beyond it while that still may be taken. */
function cellOf(t: Texts, { nowMilli, toleranceMilli, status }: GroupLineFacts): string {
  const amount = t.format.amount(nowMilli);
  const isOpen = status === "ordered" && toleranceMilli > 0;
  return isOpen ? t.groups.tools.more(amount, t.format.amount(toleranceMilli)) : amount;
}

interface TotalsProps extends Pick<RowProps, "t" | "offers"> {
  readonly households: readonly GroupHouseholdFacts[];
}

function Totals({ t, offers, households }: TotalsProps) {
  const lines = households.flatMap(({ order }) => order?.lines ?? []);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t.groups.tools.sum(t.groups.list.families(households.length))}</th>
        <td class="n">{t.format.money(sumCents(lines.map(({ cents }) => cents)))}</td>
        <td class="n">–</td>
        {offers.map(({ offer }) => {
          const own = lines.filter(({ offerId }) => offerId === offer.terms.offerId);
          return (
            <td class="n">{t.format.amount(sumMilli(own.map(({ nowMilli }) => nowMilli)))}</td>
          );
        })}
      </tr>
    </tfoot>
  );
}

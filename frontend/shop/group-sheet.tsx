import type { VNode } from "preact";
import { grams } from "#domain/kernel/quantity.ts";
import { sumCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { fullName, quantityWords } from "./offer.ts";
import type { GroupHouseholdFacts, GroupLineFacts, GroupToolsFacts } from "./group-facts.ts";

interface SheetProps {
  readonly t: Texts;
  readonly facts: GroupToolsFacts;
}

/** The list to hand out by, one household after the other: to be printed, ticked and signed. */
export function GroupHandOut({ t, facts }: SheetProps): VNode {
  const say = t.groups.sheet;
  const { group, cycle } = facts;
  const ordered = facts.households.filter(({ order }) => order !== null);
  return (
    <div class="sheet stack loose">
      <div class="head">
        <div class="stack">
          <p class="kicker">
            {cycle === null
              ? null
              : say.lead(cycle.code, t.format.day(cycle.deliveryDay), group.pickup.name)}
          </p>
          <h1>{say.title(group.name)}</h1>
        </div>
        <p class="small">{say.howTo}</p>
      </div>
      {ordered.length === 0 ? <p>{say.none}</p> : null}
      <ul class="crates">
        {ordered.map((household) => (
          <Crate t={t} facts={facts} household={household} />
        ))}
      </ul>
    </div>
  );
}

interface CrateProps extends SheetProps {
  readonly household: GroupHouseholdFacts;
}

function Crate({ t, facts, household }: CrateProps) {
  const say = t.groups.sheet;
  const { order, name } = household;
  if (order === null) return null;
  const total = t.format.money(sumCents(order.lines.map(({ cents }) => cents)));
  return (
    <li class="stack">
      <div class="row apart">
        <h2 class="lesser">{name ?? t.groups.tools.unnamed}</h2>
        <span class="figure">{total}</span>
      </div>
      <p class="small">
        {[
          say.order(order.code),
          ...(order.payment === "at-pickup" ? [say.atCounter] : []),
          ...(order.handedOutAt === null ? [] : [say.taken]),
        ].join(", ")}
      </p>
      <ul class="ticks">
        {order.lines.map((line) => (
          <Ticked t={t} facts={facts} line={line} />
        ))}
      </ul>
      <p class="small">{`${say.sign}: ____________________`}</p>
    </li>
  );
}

function Ticked({ t, facts, line }: SheetProps & { readonly line: GroupLineFacts }) {
  const found = facts.offers.find(({ offer }) => offer.terms.offerId === line.offerId);
  if (found === undefined) return null;
  const { offer } = found;
  const amount = quantityWords(t, offer, line.nowMilli);
  const weight = line.actualGrams === null ? "" : `, ${t.format.weight(grams(line.actualGrams))}`;
  const status = t.groups.sheet.status[line.status];
  return (
    <li>
      <span class="tick" aria-hidden="true" />
      <span>
        {`${fullName(offer)}, ${amount}${weight}`}
        {status === "" ? null : <span class="small block">{status}</span>}
      </span>
      <span class="figure">{t.format.money(line.cents)}</span>
    </li>
  );
}

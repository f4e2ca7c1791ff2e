import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { OrderStage } from "#domain/orders/order-stage.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";

/** An order in the list of whoever placed it. */
export interface ListedOrder {
  readonly id: string;
  readonly code: string;
  readonly stage: OrderStage;
  readonly placedAt: Instant;
  readonly closesAt: Instant;
  readonly deliveryDay: CivilDate;
  readonly householdName: string | null;
  /** Null at home. */
  readonly place: string | null;
  readonly products: number;
  readonly total: Cents;
  /** The total is what was ordered, not yet what was weighed. */
  readonly isEstimate: boolean;
}

export interface OwnOrdersFacts {
  readonly orders: readonly ListedOrder[];
  /** The year that is shown; null for all of them. */
  readonly year: string | null;
  /** The years in which there may be orders, the newest first. */
  readonly years: readonly string[];
  /** Where older ones go on; null where there are none. */
  readonly next: string | null;
  readonly isFirst: boolean;
}

interface OwnOrdersProps {
  readonly t: Texts;
  readonly facts: OwnOrdersFacts;
}

const OVER: ReadonlySet<OrderStage> = new Set(["settled", "cancelled"]);

/** One's own orders, the newest first: what is under way, then what is over. */
export function OwnOrders({ t, facts }: OwnOrdersProps): VNode {
  const say = t.member.orders;
  const { orders } = facts;
  const running = orders.filter(({ stage }) => !OVER.has(stage));
  const past = orders.filter(({ stage }) => OVER.has(stage));
  return (
    <Area t={t} here="orders" title={say.title} lead={say.lead} isReading>
      <Years t={t} facts={facts} />
      {orders.length === 0 ? <Nothing t={t} facts={facts} /> : null}
      <Listed t={t} id="in-corso" title={say.running} orders={running} />
      <Listed t={t} id="passati" title={say.past} orders={past} />
      <Further t={t} facts={facts} />
      <p>
        <a href="/io/ricorrenti" data-act="standing">
          {t.standing.title}
        </a>
      </p>
    </Area>
  );
}

function addressOf(year: string | null, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(year === null ? {} : { anno: year }),
    ...(after === null ? {} : { dopo: after }),
  });
  return query.size === 0 ? "/io/ordini" : `/io/ordini?${query.toString()}`;
}

function Years({ t, facts }: OwnOrdersProps) {
  const say = t.member.orders;
  if (facts.years.length < 2) return null;
  return (
    <nav class="years" aria-label={say.years}>
      <ul class="row">
        {[null, ...facts.years].map((year) => (
          <li>
            <a
              href={addressOf(year)}
              data-act="year"
              {...(year === facts.year ? { "aria-current": "page" as const } : {})}
            >
              {year ?? say.all}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Nothing({ t, facts: { year } }: OwnOrdersProps) {
  const say = t.member.orders;
  return (
    <div class="empty">
      <p>{year === null ? say.none : say.noneInYear(year)}</p>
      <a class="button" href="/prodotti" data-act="to-shop">
        {t.member.home.toShop}
      </a>
    </div>
  );
}

interface ListedProps {
  readonly t: Texts;
  readonly id: string;
  readonly title: string;
  readonly orders: readonly ListedOrder[];
}

function Listed({ t, id, title, orders }: ListedProps) {
  if (orders.length === 0) return null;
  return (
    <Part id={id} title={title}>
      <ul class="ruled">
        {orders.map((order) => (
          <OrderRow t={t} order={order} />
        ))}
      </ul>
    </Part>
  );
}

function OrderRow({ t, order }: { readonly t: Texts; readonly order: ListedOrder }) {
  const say = t.member.orders;
  const { id, code, stage, householdName, place, products, placedAt, total, isEstimate } = order;
  const amount = t.format.money(total);
  const particulars = [
    ...(householdName === null ? [] : [say.of(householdName)]),
    say.products(products),
    place === null ? say.toHome : say.toPickup(place),
    say.placed(t.format.day(placedAt)),
  ];
  return (
    <li class="row apart">
      <div>
        <h3>
          <a href={`/ordini/${id}`} data-act="own-order">
            {say.order(code)}
          </a>
        </h3>
        <p>{stageWords(t, order)}</p>
        <p class="small">{particulars.join(", ")}</p>
      </div>
      {stage === "cancelled" ? null : (
        <span class="figure lesser">{isEstimate ? say.about(amount) : amount}</span>
      )}
    </li>
  );
}

function stageWords(t: Texts, { stage, closesAt, deliveryDay }: ListedOrder): string {
  const say = t.member.orders.stages;
  const untilClose = stage === "open" || stage === "completing";
  return say[stage](untilClose ? t.format.dayAndHour(closesAt) : t.format.day(deliveryDay));
}

function Further({ t, facts: { year, next, isFirst } }: OwnOrdersProps) {
  const say = t.member.orders;
  if (next === null && isFirst) return null;
  return (
    <p class="row">
      {isFirst ? null : (
        <a class="button" href={addressOf(year)} data-act="newest">
          {say.newest}
        </a>
      )}
      {next === null ? null : (
        <a class="button" href={addressOf(year, next)} rel="next" data-act="older">
          {say.older}
        </a>
      )}
    </p>
  );
}

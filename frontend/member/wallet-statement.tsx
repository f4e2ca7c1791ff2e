import type { VNode } from "preact";
import { civilDate } from "#domain/kernel/instant.ts";
import { type Cents, ZERO } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField } from "#frontend/ui/field.tsx";
import { Part } from "./own-part.tsx";
import type { MovementFacts, WalletFacts } from "./own-wallet.tsx";

interface StatementProps {
  readonly t: Texts;
  readonly facts: WalletFacts;
  readonly wallet: NonNullable<WalletFacts["wallet"]>;
}

/** Where a wallet is read: of which household, in which month, before which posting. */
export function walletAddress(
  asked: {
    readonly household?: string | null;
    readonly month?: string | null;
    readonly after?: number | null;
  },
  path = "/io/conto",
): string {
  const { household = null, month = null, after = null } = asked;
  const query = new URLSearchParams({
    ...(household === null ? {} : { famiglia: household }),
    ...(month === null ? {} : { mese: month }),
    ...(after === null ? {} : { dopo: String(after) }),
  });
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** The postings of a wallet, the newest first, each with the balance after it. */
export function Statement({ t, facts, wallet }: StatementProps): VNode {
  const say = t.member.wallet;
  const { movements } = wallet;
  return (
    <Part id="movimenti" title={say.statement}>
      <Months t={t} facts={facts} />
      {movements.length === 0 ? (
        <p>{facts.month === null ? say.empty : say.emptyMonth(monthName(t, facts.month))}</p>
      ) : (
        <Movements t={t} movements={movements} />
      )}
      <Further t={t} facts={facts} wallet={wallet} />
    </Part>
  );
}

function monthName(t: Texts, month: string): string {
  return t.format.month(civilDate(`${month}-01`));
}

function Months({ t, facts }: Pick<StatementProps, "t" | "facts">) {
  const say = t.member.wallet;
  const { months, month, household } = facts;
  if (months.length === 0) return null;
  const options = [
    { value: "", label: say.allMonths },
    ...months.map((one) => ({ value: one, label: monthName(t, one) })),
  ];
  return (
    <form class="search months" method="get" action="/io/conto">
      {household === null ? null : <input type="hidden" name="famiglia" value={household} />}
      <SelectField
        t={t}
        id="mese"
        name="mese"
        label={say.month}
        options={options}
        value={month ?? ""}
      />
      <button class="button" type="submit" data-act="show-month">
        {say.monthGo}
      </button>
    </form>
  );
}

function Movements({
  t,
  movements,
}: Pick<StatementProps, "t"> & Pick<StatementProps["wallet"], "movements">) {
  const say = t.member.wallet;
  return (
    <table class="table movements">
      <caption class="hidden">{say.statement}</caption>
      <thead>
        <tr>
          <th scope="col">{say.what}</th>
          <th scope="col" class="n">
            {say.amount}
          </th>
          <th scope="col" class="n">
            {say.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <Movement t={t} movement={movement} />
        ))}
      </tbody>
    </table>
  );
}

function Movement({ t, movement }: { readonly t: Texts; readonly movement: MovementFacts }) {
  const { day, words, note, orderId, amountCents, heldCents, balanceCents } = movement;
  return (
    <tr>
      <th scope="row">
        <span class="small block">{t.format.date(day)}</span>
        {orderId === null ? (
          words
        ) : (
          <a href={`/ordini/${orderId}`} data-act="movement-order">
            {words}
          </a>
        )}
        {note === null ? null : <span class="small block">{note}</span>}
        {heldCents === ZERO ? null : (
          <span class="small block">
            {t.member.wallet.reserve} {signed(t, heldCents)}
          </span>
        )}
      </th>
      <td class="n">{amountCents === ZERO ? "–" : signed(t, amountCents)}</td>
      <td class="n">{t.format.money(balanceCents)}</td>
    </tr>
  );
}

function signed(t: Texts, amount: Cents): string {
  return amount > 0 ? `+${t.format.money(amount)}` : t.format.money(amount);
}

function Further({ t, facts, wallet }: StatementProps) {
  const say = t.member.wallet;
  const { household, month, isFirst } = facts;
  const { next, movements } = wallet;
  if (movements.length === 0 && isFirst) return null;
  return (
    <p class="row">
      {isFirst ? null : (
        <a class="button" href={walletAddress({ household, month })} data-act="newest">
          {say.newest}
        </a>
      )}
      {next === null ? null : (
        <a
          class="button"
          href={walletAddress({ household, month, after: next })}
          rel="next"
          data-act="older"
        >
          {say.older}
        </a>
      )}
      <a
        class="button"
        href={walletAddress({ household, month }, "/io/conto/movimenti")}
        data-act="movements-file"
        download
      >
        {say.csv}
      </a>
    </p>
  );
}

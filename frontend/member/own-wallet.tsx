import type { VNode } from "preact";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import { ibanInFours } from "#domain/network/iban.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Receipt } from "#frontend/ui/receipt.tsx";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";
import { Statement, walletAddress } from "./wallet-statement.tsx";

/** A posting of the wallet, the newest first. */
export interface MovementFacts {
  readonly id: number;
  readonly day: CivilDate;
  /** What it was for. */
  readonly words: string;
  readonly note: string | null;
  readonly orderId: string | null;
  readonly amountCents: Cents;
  /** What it changed of the part that is promised to open orders. */
  readonly heldCents: Cents;
  /** What the wallet held afterwards. */
  readonly balanceCents: Cents;
}

export interface WalletFacts {
  readonly now: Instant;
  /** The household that was asked for; null for the first of them. */
  readonly household: string | null;
  readonly households: readonly { readonly id: string; readonly name: string }[];
  /** "2026-11"; null for all months. */
  readonly month: string | null;
  readonly months: readonly string[];
  readonly isFirst: boolean;
  readonly contactEmail: string | null;
  /** Where transfers go: whose account, and its number; null where the network says none. */
  readonly account: { readonly holder: string; readonly iban: string } | null;
  /** How far orders may take it; null before the network has rules. */
  readonly floorCents: Cents | null;
  /** Null for who takes part in no household. */
  readonly wallet: {
    readonly name: string;
    readonly balanceCents: Cents;
    readonly heldCents: Cents;
    readonly availableCents: Cents;
    readonly movements: readonly MovementFacts[];
    readonly next: number | null;
  } | null;
}

interface WalletProps {
  readonly t: Texts;
  readonly facts: WalletFacts;
}

/** What a household can spend, how that came about posting by posting, and how more comes in. */
export function OwnWalletPage({ t, facts }: WalletProps): VNode {
  const say = t.member.wallet;
  const { wallet } = facts;
  if (wallet === null) {
    return (
      <Area t={t} here="wallet" title={say.title} isReading>
        <div class="empty">
          <p class="lesser">{say.none}</p>
          <p>{say.noneWhy}</p>
        </div>
      </Area>
    );
  }
  return (
    <Area t={t} here="wallet" title={say.title} kicker={say.kicker(wallet.name)}>
      <Households t={t} facts={facts} />
      <div class="band funds">
        <p>{say.available}</p>
        <p class="figure">{t.format.money(wallet.availableCents)}</p>
      </div>
      <div class="columns">
        <Statement t={t} facts={facts} wallet={wallet} />
        <aside class="stack">
          <Sums t={t} facts={facts} wallet={wallet} />
          <TopUp t={t} facts={facts} />
        </aside>
      </div>
    </Area>
  );
}

function Households({ t, facts }: WalletProps) {
  const { households, household } = facts;
  if (households.length < 2) return null;
  const shown = household ?? households[0]?.id;
  return (
    <nav class="years" aria-label={t.member.wallet.choose}>
      <ul>
        {households.map(({ id, name }) => (
          <li>
            <a
              href={walletAddress({ household: id })}
              data-act="wallet-household"
              {...(id === shown ? { "aria-current": "page" as const } : {})}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Wallet = NonNullable<WalletFacts["wallet"]>;

function Sums({ t, facts, wallet }: WalletProps & { readonly wallet: Wallet }) {
  const say = t.member.wallet;
  const { money } = t.format;
  return (
    <Receipt
      t={t}
      id="somma"
      title={say.made}
      lines={[
        { label: say.balance, amount: wallet.balanceCents },
        { label: say.held, amount: wallet.heldCents },
        { label: say.free, amount: wallet.availableCents },
      ]}
    >
      <p class="small">{say.heldWhy}</p>
      {facts.floorCents === null ? null : <p class="small">{say.floor(money(facts.floorCents))}</p>}
      <p class="small">{say.printed(t.format.dayAndHour(facts.now))}</p>
    </Receipt>
  );
}

function TopUp({ t, facts }: WalletProps) {
  const say = t.member.wallet;
  return (
    <Part id="ricarica" title={say.topUp}>
      <p>{say.topUpHow}</p>
      {facts.account === null ? null : (
        <p>{say.topUpTo(facts.account.holder, ibanInFours(facts.account.iban))}</p>
      )}
      {facts.account === null && facts.contactEmail !== null ? (
        <p>{say.topUpWrite(facts.contactEmail)}</p>
      ) : null}
    </Part>
  );
}

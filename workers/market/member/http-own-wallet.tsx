import { Hono } from "hono";
import type { Context } from "hono";
import { type HouseholdId, id, isId } from "#domain/kernel/ids.ts";
import { type CivilDate, civilDate, isCivilDate, toRome } from "#domain/kernel/instant.ts";
import { OwnWalletPage, type WalletFacts } from "#frontend/member/own-wallet.tsx";
import { movementWords } from "#frontend/member/movement-words.ts";
import type { Edge } from "#market/edge/env.ts";
import { wordsOf } from "#market/shop/http-language.ts";
import { writePage } from "#market/shop/http-page.ts";
import { accountOf } from "./http-account.ts";
import { writeNotFor } from "./http-act.tsx";
import { type OwnWalletView, readOwnWallet } from "./read-own-wallet.ts";
import { movementsSheet } from "./http-movements.ts";

const HERE = "/io/conto";
/** A page is as long as most months are. */
const A_PAGE = 40;
/** A file is one statement for ten years of weeks. */
const A_FILE = 5000;
const EVER = { from: civilDate("1970-01-01"), to: civilDate("9999-12-31") };

/** The wallet of one's own household, its statement, and the same as a file. */
export const ownWalletPages = new Hono<Edge>()
  .get("/", (c) => showWallet(c))
  .get("/movimenti", (c) => giveFile(c));

async function showWallet(c: Context<Edge>): Promise<Response> {
  const month = monthAsked(c);
  const before = Number(/^\d{1,15}$/.exec(c.req.query("dopo") ?? "")?.[0] ?? Infinity);
  const asked = { before: Math.min(before, Number.MAX_SAFE_INTEGER), limit: A_PAGE };
  const read = await readOwnWallet(c.var.request, { ...whose(c), ...daysOf(month), ...asked });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const facts = factsOf(c, read.value, { month, isFirst: before === Infinity });
  const t = wordsOf(c);
  const children = <OwnWalletPage t={t} facts={facts} />;
  const page = { title: t.member.wallet.title, path: HERE, side: "accounts" as const, children };
  return writePage(c, read.value.around, page);
}

async function giveFile(c: Context<Edge>): Promise<Response> {
  const month = monthAsked(c);
  const asked = { before: Number.MAX_SAFE_INTEGER, limit: A_FILE };
  const read = await readOwnWallet(c.var.request, { ...whose(c), ...daysOf(month), ...asked });
  if (!read.ok) return writeNotFor(c, read.refusal);
  const movements = read.value.wallet?.movements ?? [];
  const t = wordsOf(c);
  const name = [t.member.wallet.file, ...(month === null ? [] : [month])].join("-");
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="${name}.csv"`);
  c.header("Cache-Control", "private, no-store");
  return c.body(movementsSheet(t, movements));
}

function whose(c: Context<Edge>): { household: HouseholdId | null } {
  const household = c.req.query("famiglia") ?? "";
  return { household: isId(household) ? id<HouseholdId>(household) : null };
}

function monthAsked(c: Context<Edge>): string | null {
  const month = c.req.query("mese") ?? "";
  return isCivilDate(`${month}-01`) ? month : null;
}

/** Days are compared as texts, so that the 31st ends every month. */
function daysOf(month: string | null): { from: CivilDate; to: CivilDate } {
  if (month === null) return EVER;
  const days = [31, 30, 29, 28].map((day) => `${month}-${day}`);
  const last = days.find((day) => isCivilDate(day)) ?? `${month}-28`;
  return { from: civilDate(`${month}-01`), to: civilDate(last) };
}

function factsOf(
  c: Context<Edge>,
  { around, households, wallet }: OwnWalletView,
  asked: { readonly month: string | null; readonly isFirst: boolean },
): WalletFacts {
  const { now } = c.var.request.ports;
  const t = wordsOf(c);
  const chosen = whose(c).household;
  return {
    ...asked,
    now,
    household: chosen,
    households: households.map(({ id: household, name }) => ({ id: household, name })),
    contactEmail: around.network?.contactEmail ?? null,
    account: accountOf(around.network),
    floorCents: around.terms?.walletFloor ?? null,
    months: monthsSince(wallet?.firstDay ?? null, toRome(now).date),
    wallet:
      wallet === null
        ? null
        : {
            ...wallet,
            name: wallet.household.name,
            movements: wallet.movements.map((one) => ({ ...one, words: movementWords(t, one) })),
          },
  };
}

/** Years and months, the newest first: as many as a list can hold. */
function monthsSince(first: CivilDate | null, last: CivilDate): readonly string[] {
  if (first === null) return [];
  const [from, to] = [monthNumber(first), monthNumber(last)];
  return Array.from({ length: Math.min(to - from + 1, 120) }, (_, back) => {
    const month = to - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

function monthNumber(day: CivilDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

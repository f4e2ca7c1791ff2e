/**
 * How `../shared/bench/commerce/load.mjs` drives Filiera: the same operations as it drives other
 * shops with. A checkout is everything a guest needs from nothing at all to an order whose money is
 * held: one request, which says what is wanted, or two, where a basket was filled before.
 */
import { randomBytes } from "node:crypto";

/** What the generator gives a scenario. */
interface Context {
  readonly call: (path: string, sent?: object) => Promise<{ json(): unknown }>;
  readonly rnd: (below: number) => number;
  /** The words it was started with. */
  readonly opts: Readonly<Record<string, string>>;
}

interface Shelf {
  readonly cycleId: string;
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

const api = "/api/v1";
const cycle = `${api}/cycles/current`;
const words = ["mele", "pane rosso", "monte", "uova", "radicchio"];
const known = { cycleId: "", offers: [] as string[], place: "" };
const EMAIL = "anna@example.org";
const secret = () => randomBytes(20).toString("hex");

/** Learns what is sold, and where it is handed out. */
export async function setup({ call }: Context): Promise<void> {
  let after = "";
  do {
    const page = (
      await call(`${cycle}/offers?limit=200${after && `&after=${after}`}`)
    ).json() as Shelf;
    known.cycleId = page.cycleId;
    known.offers.push(...page.items.map(({ id }) => id));
    after = page.next ?? "";
  } while (after !== "" && known.offers.length < 2000);
  const places = (await call(`${api}/pickup-points`)).json() as { items: { id: string }[] };
  known.place = places.items[0]?.id ?? "";
}

const anyOffer = (ctx: Context) => known.offers[ctx.rnd(known.offers.length)];

function add(ctx: Context, basket: string) {
  return ctx.call(`${api}/basket/lines/${anyOffer(ctx)}`, {
    method: "PUT",
    headers: { "x-basket-token": basket, "idempotency-key": secret() },
    body: { wantedMilli: 1000 },
  });
}

/** A guest's token makes the request its own: sent again, it gets the same order again. */
async function checkout(ctx: Context, payment: string, email: string | null): Promise<void> {
  const lines = [{ offerId: anyOffer(ctx), wantedMilli: 1000 }];
  await order(ctx, { basket: secret(), payment, lines, email });
}

async function checkoutByBasket(ctx: Context, payment: string): Promise<void> {
  const basket = secret();
  await add(ctx, basket);
  await order(ctx, { basket, payment, lines: null, email: EMAIL });
}

interface Ordered {
  readonly basket: string;
  readonly payment: string;
  readonly lines: object[] | null;
  /** Where the confirmation goes; null: nobody is written to. */
  readonly email: string | null;
}

function order(ctx: Context, { basket, payment, lines, email }: Ordered) {
  return ctx.call(`${api}/orders`, {
    method: "POST",
    headers: { "x-basket-token": basket, "idempotency-key": secret() },
    body: {
      cycleId: known.cycleId,
      contact: { name: "Anna Zeni", email },
      place: known.place,
      payment,
      card: payment === "card" ? "card-ok" : null,
      lines,
    },
  });
}

/** One call is one operation. */
export const scenarios = {
  health: (ctx: Context) => ctx.call("/health"),
  list: (ctx: Context) => ctx.call(`${cycle}/offers?limit=20`),
  page: (ctx: Context) => ctx.call("/prodotti"),
  detail: (ctx: Context) => ctx.call(`${cycle}/offers/${anyOffer(ctx)}`),
  search: (ctx: Context) =>
    ctx.call(
      `${cycle}/search?limit=20&q=${encodeURIComponent(words[ctx.rnd(words.length)] ?? "")}`,
    ),
  "pack-sheet": (ctx: Context) =>
    ctx.call(`${api}/cycles/${known.cycleId}/lines?limit=200`, {
      headers: { authorization: `Bearer ${ctx.opts["token"]}` },
    }),
  add: (ctx: Context) => add(ctx, secret()),
  checkout: (ctx: Context) => checkout(ctx, "card", EMAIL),
  "checkout-without-mail": (ctx: Context) => checkout(ctx, "card", null),
  "checkout-at-pickup": (ctx: Context) => checkout(ctx, "at-pickup", EMAIL),
  "checkout-by-basket": (ctx: Context) => checkoutByBasket(ctx, "card"),
  "checkout-by-basket-at-pickup": (ctx: Context) => checkoutByBasket(ctx, "at-pickup"),
};

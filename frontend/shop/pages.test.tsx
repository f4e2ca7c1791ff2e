import type { VNode } from "preact";
import { expect, test } from "vitest";
import type { Lang } from "#frontend/texts/format.ts";
import { type Texts, textsFor } from "#frontend/texts/texts.ts";
import { openOrder, reportedOrder, settledOrder } from "#tests/shop-orders.ts";
import * as week from "#tests/shop-pages.tsx";
import { producer, producers } from "#tests/shop-producers.ts";
import { boxedProduct, product } from "#tests/shop-products.ts";
import { checkWrittenPages, writtenIn } from "#tests/look/written-pages.ts";
import { AwayProduct } from "./away-product.tsx";
import { Basket } from "./basket.tsx";
import { Checkout } from "./checkout.tsx";
import { Home } from "./home.tsx";
import { List } from "./list.tsx";
import { Failure, NotFound } from "./lost.tsx";
import { Order } from "./order.tsx";
import { Producer } from "./producer.tsx";
import { Producers } from "./producers.tsx";
import { Product } from "./product.tsx";

const orderPages = (t: Texts): Readonly<Record<string, VNode>> => ({
  "order-open": <Order t={t} facts={openOrder} />,
  "order-settled": <Order t={t} facts={{ ...settledOrder, mailFails: true }} />,
  "order-reported": <Order t={t} facts={reportedOrder} />,
});

/** Every page in every state that has words of its own. */
const pages = (lang: Lang): Readonly<Record<string, VNode>> => {
  const t = textsFor(lang);
  const { basket, checkout, home, list } = week;
  const nothing = { ...basket, groups: [] };
  const reopensAt = week.tuesday;
  return {
    home: <Home t={t} facts={home} />,
    "home-in-season": <Home t={t} facts={{ ...home, season: home.news }} />,
    "home-closed": <Home t={t} facts={{ ...home, isOpen: false, reopensAt, month: null }} />,
    "home-unfounded": <Home t={t} facts={{ ...home, name: null }} />,
    "home-never-opened": (
      <Home
        t={t}
        facts={{ ...home, hasWeek: false, isOpen: false, shelf: [], news: [], month: null }}
      />
    ),
    list: <List t={t} facts={list} />,
    "list-none": (
      <List
        t={t}
        facts={{ ...list, wish: { ...list.wish, query: "ananas" }, offers: [], found: 0 }}
      />
    ),
    "list-without-cycle": <List t={t} facts={{ ...list, cycleId: null, found: 0 }} />,
    ...goods(t),
    basket: <Basket t={t} facts={basket} />,
    "basket-empty": <Basket t={t} facts={nothing} />,
    checkout: <Checkout t={t} facts={checkout} />,
    "checkout-refused": (
      <Checkout
        t={t}
        facts={{ ...checkout, errors: [{ field: "email", message: t.checkout.errors.email }] }}
      />
    ),
    ...orderPages(t),
    "not-found": <NotFound t={t} shelf={home.shelf.slice(0, 4)} week={null} />,
    failure: <Failure t={t} requestId="01jd3x5k7m9npqrstvwxyz0001" />,
  };
};

/** Products and those who make them. */
const goods = (t: Texts): Readonly<Record<string, VNode>> => ({
  product: <Product t={t} facts={product} />,
  "product-boxed": <Product t={t} facts={boxedProduct} />,
  "product-closed": <Product t={t} facts={{ ...product, isOpen: false }} />,
  "product-away": (
    <AwayProduct
      t={t}
      facts={{ name: "Asparagi", seller: producer, others: product.others, week: null }}
    />
  ),
  producers: <Producers t={t} facts={producers} />,
  "producers-none": <Producers t={t} facts={{ ...producers, producers: [], found: 0 }} />,
  producer: <Producer t={t} facts={producer} />,
  "producer-away": (
    <Producer t={t} facts={{ ...producer, products: 0, onShelf: [], shelves: [] }} />
  ),
});

const write = (lang: Lang, name: string): string => {
  const hasWeek = !name.startsWith("order");
  return writtenIn(lang, { title: name, path: `/${name}`, hasWeek, children: pages(lang)[name] });
};

checkWrittenPages(
  Object.keys(pages("it")),
  write,
  /\b(?:aziende|ordin[ei]|consegna|chiude|quantità)\b/i,
);

test.each(["home", "list", "product", "basket", "order-open"])(
  "on the English %s what producers named is said to be Italian; on the Italian none is",
  (name) => {
    const named = / data-act="product" lang="it">|<h1 lang="it">/;
    expect(write("en", name)).toMatch(named);
    expect(write("it", name)).not.toMatch(named);
  },
);

import { describe, expect, test } from "vitest";
import { civilDate, fromRome } from "#domain/kernel/instant.ts";
import { letterText } from "./letter-sheet.ts";
import { closingSoonMail, pickupDayMail, weekOpensMail } from "./week-mail.ts";

const closesAt = fromRome({ date: civilDate("2026-06-03"), minuteOfDay: 20 * 60 });
const week = { code: "Settimana 23/2026", closesAt, deliveryDay: civilDate("2026-06-05") };
const sheet = {
  networkName: "Filiera Veronetta",
  link: "https://filiera.example/prodotti",
  code: null,
  stop: "https://filiera.example/lettere/1/abc",
};

describe("letters about a week", () => {
  test("the opening says until when orders are taken, when they come, and how to stop it", () => {
    const text = letterText(weekOpensMail("it", week), sheet);
    expect(text).toContain("aperti fino a mercoledì 3/6 alle 20:00. Si consegna venerdì 5/6.");
    expect(text).toContain("Guarda i prodotti:\nhttps://filiera.example/prodotti");
    expect(text).toContain("non la vuoi più? https://filiera.example/lettere/1/abc");
    expect(weekOpensMail("en", week).subject).toBe("Orders are open: Settimana 23/2026");
  });

  test("the reminder knows an order, a basket, and who did nothing yet", () => {
    const said = (orders: readonly string[], hasBasket: boolean) =>
      letterText(closingSoonMail("it", week, { orders, hasBasket }), sheet);
    expect(said(["AB12"], false)).toContain("Il tuo ordine AB12 è confermato");
    expect(said([], true)).toContain("qualcosa che non hai ancora ordinato");
    expect(said([], false)).toContain("non hai ancora ordinato");
    expect(said([], false)).toContain("Guarda i prodotti");
    expect(
      letterText(closingSoonMail("en", week, { orders: [], hasBasket: true }), sheet),
    ).toContain("Your basket:");
  });

  test("on the day of delivery each order has its place and its hours", () => {
    const slot = { fromMinute: 17 * 60 + 15, toMinute: 19 * 60 };
    const orders = [
      { code: "AB12", place: "Santa Toscana", slot },
      { code: "CD34", place: null, slot: null },
    ];
    const text = letterText(pickupDayMail("it", orders), sheet);
    expect(text).toContain("- Ordine AB12: Santa Toscana, dalle 17:15 alle 19:00");
    expect(text).toContain("- Ordine CD34: a casa tua");
    expect(letterText(pickupDayMail("en", orders), sheet)).toContain("Order CD34: at your home");
  });
});

import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { milli } from "#domain/kernel/quantity.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import type { QuantityFacts } from "./quantity-control.tsx";
import { choicesOf } from "./quantity-control.tsx";
import { QuantityForm, QuantityStepper } from "./quantity-form.tsx";
import { quantityFromForm, quantityToForm } from "./quantity-value.ts";

const t = textsFor("it");

const radicchio: QuantityFacts = {
  id: "R02",
  product: "Radicchio di Verona",
  current: milli(1500),
  step: milli(500),
  least: milli(0),
  most: milli(3000),
  unit: "kg",
};

const stepper = (quantity: QuantityFacts): string =>
  render(
    <QuantityStepper t={t} quantity={quantity} action="/cassetta" fields={{ offer: "R02" }} />,
  );

describe("a quantity as people type it", () => {
  test.each([
    ["1,5", 1500],
    ["1.5", 1500],
    [" 2 ", 2000],
    ["0", 0],
    ["0,125", 125],
    ["9999999", 9_999_999_000],
  ])("«%s» is %i thousandths", (typed, amount) => {
    expect(quantityFromForm(typed)).toBe(amount);
  });

  test.each(["", "-1", "1,5,5", "1e9", "NaN", "mezzo", "1.0005", "12345678", ".5"])(
    "«%s» is no quantity",
    (typed) => {
      expect(quantityFromForm(typed)).toBeNull();
    },
  );

  test.each([0, 125, 1500, 2000])("%i thousandths survive the trip through a form", (amount) => {
    expect(quantityFromForm(quantityToForm(milli(amount)))).toBe(amount);
  });
});

describe("setting a quantity in the basket", () => {
  test("less, this and more each set a quantity of their own", () => {
    const html = stepper(radicchio);
    expect(html.match(/<form method="post" action="\/cassetta">/g)).toHaveLength(3);
    expect(html.match(/name="offer" value="R02"/g)).toHaveLength(3);
    const set = [...html.matchAll(/name="quantity" value="([^"]+)"/g)].map(([, value]) => value);
    expect(set).toEqual(["1", "2"]);
  });

  test("at the most there is no more, at nothing there is no less", () => {
    const last = (current: number) =>
      [
        ...stepper({ ...radicchio, current: milli(current) }).matchAll(
          /name="quantity" value="([^"]+)"/g,
        ),
      ].map(([, value]) => value);
    expect(last(3000)).toEqual(["2.5", "3"]);
    expect(last(0)).toEqual(["0", "0.5"]);
  });

  test("every button says of which product it speaks", () => {
    const html = stepper(radicchio);
    for (const act of ["less", "set", "more"]) {
      expect(html).toMatch(new RegExp(`data-act="${act}" aria-label="[^"]*Radicchio di Verona`));
    }
  });

  test("a short list shows the quantities as words, a long one is typed", () => {
    expect(stepper(radicchio)).toContain(">500\u00a0g</option>");
    const long = stepper({ ...radicchio, most: milli(50_000) });
    expect(long).not.toContain("<select");
    expect(long).toMatch(/type="number"[^>]*min="0" max="50" step="0.5" value="1.5"/);
  });

  test("a quantity that no longer fits its step is still there to be seen", () => {
    expect(choicesOf({ ...radicchio, current: milli(1250) })).toContain(1250);
  });
});

test("adding to the basket has a visible label tied to its list", () => {
  const html = render(
    <QuantityForm t={t} quantity={radicchio} action="/cassetta" submit="Metti" act="add" />,
  );
  expect(html).toContain('for="quantity-R02"');
  expect(html).toContain('id="quantity-R02"');
  expect(html).toContain('data-act="add"');
});

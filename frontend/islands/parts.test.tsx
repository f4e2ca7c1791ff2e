import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { CopyLink } from "./copy-link.tsx";
import { islandsIn, partsOf } from "./parts.ts";
import { islands } from "./registry.ts";

const link = (label: string) => (
  <CopyLink
    id="share"
    when="visible"
    props={{ field: "link", href: "/cassetta", label, copy: "Copia", copied: "Copiato" }}
  />
);

describe("what moves in a page", () => {
  test("props come out as they went in, whatever is written in them", () => {
    for (const label of [
      "Manda a un’amica",
      "</script><script>alert(1)</script>",
      'più "di" 2 €',
    ]) {
      const html = render(link(label));
      expect(partsOf(html).islands).toEqual({ share: expect.objectContaining({ label }) });
      expect(html.match(/<\/script>/g)).toHaveLength(1);
    }
  });

  test("texts and hidden fields go by their names, an empty text too", () => {
    const html = render(
      <main>
        <span class="sum" data-live="sum-R02">
          {"2,00 € & più"}
        </span>
        <span data-live="basket-total" />
        <input type="hidden" name="quantity" value="1.5" data-live="wanted-R02" />
        <p>{' data-live="nothing">by its looks<'}</p>
      </main>,
    );
    expect(partsOf(html).live).toEqual({
      "sum-R02": "2,00 € & più",
      "basket-total": "",
      "wanted-R02": "1.5",
    });
  });

  test("an island is known by its name, and every name leads to what it draws", async () => {
    expect(islandsIn(render(link("Manda")) + render(link("Ancora")))).toEqual(["copy-link"]);
    const drawn = await Promise.all(Object.values(islands).map((load) => load()));
    expect(new Set(drawn).size).toBe(Object.keys(islands).length);
    expect(drawn.every((draw) => typeof draw === "function")).toBe(true);
  });
});

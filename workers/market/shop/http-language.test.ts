import { describe, expect, test } from "vitest";
import { addressed, addressIn, pathAsked } from "./http-language.ts";

const asked = (path: string) => pathAsked(new Request(`http://localhost:8787${path}`));

describe("what comes in", () => {
  test.each([
    ["/prodotti", "/prodotti"],
    ["/en", "/"],
    ["/en/", "/"],
    ["/en/prodotti?q=mele", "/prodotti"],
    ["/english", "/english"],
    ["/en/en/prodotti", "/en/prodotti"],
  ])("%s is answered as %s", (path, answered) => {
    expect(asked(path)).toBe(answered);
  });

  test("programs have no language: nothing of theirs is found under /en", () => {
    for (const path of ["/en/api/v1/basket", "/en/health"]) expect(asked(path)).toBe(path);
  });
});

describe("what goes out", () => {
  test.each([
    ["/", "/en/"],
    ["/#ritiro", "/en/#ritiro"],
    ["/?ciclo=giugno", "/en/?ciclo=giugno"],
    ["/prodotti?q=uova.fresche", "/en/prodotti?q=uova.fresche"],
    ["/en/prodotti", "/en/prodotti"],
  ])("%s leads in English to %s", (address, written) => {
    expect(addressIn("en", address)).toBe(written);
    expect(addressIn("it", address)).toBe(address);
  });

  test.each([
    "/api/v1/me/export",
    "/assets/filiera.0a1b2c.css",
    "/icon.svg",
    "#content",
    "mailto:rete@esempio.it",
    "//elsewhere.example/prodotti",
    "https://elsewhere.example/",
  ])("%s is the same in every language", (address) => {
    expect(addressIn("en", address)).toBe(address);
  });

  test("links and forms of a page are addressed, whatever they stand on", () => {
    const page =
      '<form action="/cassetta"><button formaction="/cassa">' +
      '<a class="button" href="/prodotti/mele?a=1&amp;b=2">';
    expect(addressed("en", page)).toBe(
      '<form action="/en/cassetta"><button formaction="/en/cassa">' +
        '<a class="button" href="/en/prodotti/mele?a=1&amp;b=2">',
    );
    expect(addressed("it", page)).toBe(page);
  });

  test("so are the addresses among the props of an island", () => {
    const block = '<script type="application/json">{"href":"/cassetta","words":"/io"}</script>';
    expect(addressed("en", block)).toContain('{"href":"/en/cassetta","words":"/io"}');
  });

  test("a link that says its language leads to that language, and words stay words", () => {
    const page =
      '<a lang="it" hreflang="it" href="/prodotti">Italiano</a>' +
      ' <p>scrivi href=&quot;/prodotti&quot;</p><input value="/rete/persone">';
    expect(addressed("en", page)).toBe(page);
  });
});

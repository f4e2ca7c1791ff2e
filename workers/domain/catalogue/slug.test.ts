import fc from "fast-check";
import { expect, test } from "vitest";
import { id, type ProductId } from "#domain/kernel/ids.ts";
import { freeSlug, slugCandidates, slugOf } from "./slug.ts";

test("an address is made of the name's words, without accents", () => {
  expect(slugOf("Frutteto dell'Adige")).toBe("frutteto-dell-adige");
  expect(slugOf("Caffè d’orzo, 250 g")).toBe("caffe-d-orzo-250-g");
});

test("a name without letters still has an address", () => {
  expect(slugOf("🍎")).toBe("senza-nome");
});

test("a long name is cut between words", () => {
  expect(slugOf(`${"mela ".repeat(12)}golden`)).toBe("mela-".repeat(12).slice(0, -1));
  expect(slugOf("m".repeat(90))).toBe("m".repeat(60));
});

test("two products of one name are told apart by their producer, then by their own end", () => {
  const golden = id<ProductId>("01j0000000abcdefghjkmnpqrs");
  const candidates = slugCandidates({
    name: "Mele Golden",
    distinctSlug: "orto-valpantena",
    id: golden,
  });
  expect(freeSlug(candidates, [])).toBe("mele-golden");
  expect(freeSlug(candidates, ["mele-golden"])).toBe("mele-golden-orto-valpantena");
  expect(freeSlug(candidates, candidates.slice(0, 2))).toBe("mele-golden-ghjkmnpqrs");
  expect(freeSlug(candidates, candidates)).toBe("mele-golden-ghjkmnpqrs");
});

test("whatever the name, its address is short and safe", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugOf(name).length).toBeLessThanOrEqual(60);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Findable, rank, readQuery } from "./search.ts";
import { searchedWords } from "./words.ts";

const orchard = { maker: null, producer: "Orto Valpantena", categories: ["Ortofrutta"] };
const thing = (
  name: string,
  more: Partial<Parameters<typeof searchedWords>[0] & Findable> = {},
): Findable => ({
  id: more.id ?? name,
  words: searchedWords({ ...orchard, name, ...more }),
  schemes: more.schemes ?? [],
});
const find = (typed: string, ...candidates: Findable[]) => rank(readQuery(typed), candidates);

const apples = thing("Mele Golden");
const juice = thing("Succo di mela 1 l");
const honey = thing("Miele di acacia");
const chestnut = thing("Miele di castagno");

test("the word itself comes before its beginning, and that before a near miss", () => {
  const [pear, pearJuice] = [thing("Pere Abate"), thing("Pereto")];
  expect(find("pera", pearJuice, pear).ids).toEqual(["Pere Abate"]);
  expect(find("per", pearJuice, thing("Per uno"), pear).ids.at(0)).toBe("Per uno");
});

test("the thing itself comes before what is made of it", () => {
  expect(find("mela", juice, apples).ids).toEqual(["Mele Golden", "Succo di mela 1 l"]);
});

test("a word that is there is not taken for another one", () => {
  expect(find("mele", honey, apples).ids).toEqual(["Mele Golden"]);
  expect(find("mele", honey)).toEqual({ ids: ["Miele di acacia"], readAs: "miele" });
});

test("all the words together come before some of them", () => {
  expect(find("miele castagno", honey, chestnut).ids).toEqual(["Miele di castagno"]);
  expect(find("miele di tiglio", honey, chestnut).ids).toHaveLength(2);
});

test("a name weighs more than its producer, a producer more than a category", () => {
  const named = thing("Malga");
  const made = thing("Ricotta", { producer: "Malga Alta" });
  const shelved = thing("Burro", { categories: ["Di malga"] });
  const vouched = thing("Uova", { schemes: ["bio-eu"] });
  expect(find("malga", shelved, made, named).ids).toEqual(["Malga", "Ricotta", "Burro"]);
  expect(find("biologico", vouched, thing("Pane biologico")).ids[0]).toBe("Pane biologico");
});

test("one edit is forgiven from four letters, two from eight", () => {
  expect(find("ube", thing("Uva")).ids).toEqual([]);
  expect(find("rioctta", thing("Ricotta")).readAs).toBe("ricotta");
  expect(find("rioccta", thing("Ricotta")).ids).toEqual([]);
  expect(find("valpollicela", thing("Valpolicella")).ids).toEqual(["Valpolicella"]);
});

test("equals stay in the order they came in", () => {
  const [one, two] = [thing("Pane", { id: "1" }), thing("Pane", { id: "2" })];
  expect(find("pane", two, one).ids).toEqual(["2", "1"]);
});

test("nothing is found in nothing, nor by nothing", () => {
  expect(find("mela")).toEqual({ ids: [], readAs: null });
  expect(find("", apples)).toEqual({ ids: [], readAs: null });
  expect(find("%%% '' \"", apples)).toEqual({ ids: [], readAs: null });
});

test("whatever is typed, reading it is short, and ranking by it never fails", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
      const { words } = readQuery(typed);
      expect(words.length).toBeLessThanOrEqual(8);
      expect(words.join("")).not.toMatch(/["*^():{}+-]/);
      expect(rank({ words, practices: [] }, [apples, honey]).ids.length).toBeLessThanOrEqual(2);
    }),
  );
});

test("ten thousand letters are read as their beginning", () => {
  expect(readQuery("mele ".repeat(2000)).words).toEqual(["mele"]);
});

test("accents and capitals make no difference to what is found", () => {
  fc.assert(
    fc.property(fc.constantFrom(apples, juice, honey, chestnut), ({ id: name }) => {
      const shelf = [apples, juice, honey, chestnut];
      expect(find(name.toUpperCase(), ...shelf).ids).toEqual(find(name, ...shelf).ids);
      expect(find(name.replaceAll("e", "è"), ...shelf)).toEqual(find(name, ...shelf));
    }),
  );
});

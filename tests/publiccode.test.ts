import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readOutline } from "./outline.ts";

const page = readOutline(readFileSync("publiccode.yml", "utf8"));
const one = (path: string): string => page.get(path)?.[0] ?? "";
const all = (path: string): readonly string[] => page.get(path) ?? [];

/** The part of the standard's controlled lists that we use or are likely to. */
const categories = new Set(
  `accounting, billing-and-invoicing, collaboration, communications, data-collection,
  digital-citizenship, e-commerce, event-management, financial-reporting, inventory-management,
  online-community, procurement, sales-management`.split(/,\s+/),
);

describe("public bodies can find Filiera by its publiccode.yml", () => {
  test("every key the standard asks for is there", () => {
    const asked = `publiccodeYmlVersion, name, url, platforms, categories, developmentStatus,
      softwareType, legal/license, maintenance/type, localisation/localisationReady,
      localisation/availableLanguages, it/countryExtensionVersion`.split(/,\s+/);
    expect(asked.filter((path) => one(path) === "")).toEqual([]);
  });

  test("its values are among those the standard allows", () => {
    expect(Number(one("publiccodeYmlVersion"))).toBeGreaterThanOrEqual(0.4);
    expect(URL.canParse(one("url"))).toBe(true);
    expect(["concept", "development", "beta", "stable"]).toContain(one("developmentStatus"));
    expect(one("softwareType")).toBe("standalone/web");
    expect(["internal", "community"]).toContain(one("maintenance/type"));
    expect(one("maintenance/contacts/name")).not.toBe("");
    expect(one("releaseDate")).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(one("it/countryExtensionVersion")).toBe("1.0");
    expect(all("categories").filter((name) => !categories.has(name))).toEqual([]);
  });

  test.each(["it", "en"])("it describes Filiera in %s, within the lengths allowed", (language) => {
    const long = one(`description/${language}/longDescription`);
    expect(one(`description/${language}/shortDescription`)).toMatch(/^.{20,150}$/);
    expect(long.length).toBeGreaterThanOrEqual(150);
    expect(long.length).toBeLessThanOrEqual(10_000);
    expect(all(`description/${language}/features`).length).toBeGreaterThanOrEqual(5);
    expect(all("localisation/availableLanguages")).toContain(language);
  });

  test("licence and version are those of the package", () => {
    const { license, version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect([one("legal/license"), one("softwareVersion")]).toEqual([license, version]);
    expect(license).toBe("EUPL-1.2");
    expect(readFileSync("LICENSE", "utf8")).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });

  test("the pictures that papers show are there", () => {
    const readme = readFileSync("README.md", "utf8");
    const shown = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
    const pictures = [...shown, ...all("description/it/screenshots")];
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe("the reader of outlines", () => {
  test("reads keys, lists, lists of keys, quotes and blocks", () => {
    const text =
      'a: "1"\nb:\n  c:\n    - x\n    - y: z\n  d: |\n    one\n\n    two\ne: f # not g\n';
    expect([...readOutline(text)]).toEqual([
      ["a", ["1"]],
      ["b/c", ["x"]],
      ["b/c/y", ["z"]],
      ["b/d", ["one\n\ntwo"]],
      ["e", ["f"]],
    ]);
  });

  test("refuses what it cannot read, such as a tab or an anchor", () => {
    expect(() => readOutline("a:\n\tb: c")).toThrow("line 2");
    expect(() => readOutline("a: &x b")).toThrow("line 1");
  });
});

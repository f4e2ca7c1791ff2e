import { expect, test } from "vitest";
import { bookCsv, eurosCell } from "./book-csv.ts";

test("a table has a line for each member, and what would break it is quoted", () => {
  const text = bookCsv(
    ["numero", "nome"],
    [
      [1, 'Rossi; "Mario"'],
      [2, null],
    ],
  );
  expect(text).toBe('numero;nome\r\n1;"Rossi; ""Mario"""\r\n2;\r\n');
});

test("a name that begins like a formula is a name", () => {
  expect(bookCsv(["nome"], [["=HYPERLINK(1)"], ["-1,50"], ["-A"]])).toBe(
    "nome\r\n'=HYPERLINK(1)\r\n-1,50\r\n'-A\r\n",
  );
});

test("cents are told in euros", () => {
  expect([0, 5, 2500, -150].map(eurosCell)).toEqual(["0,00", "0,05", "25,00", "-1,50"]);
});

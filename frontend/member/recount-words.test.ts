import { expect, test } from "vitest";
import { OTHER_DIGEST } from "#domain/governance/recount/fault.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { toldWords } from "#frontend/islands/recount.ts";

const it = textsFor("it").votes;
const told = (entry: string, fault: string) =>
  toldWords(it.verify.told, { kind: "other", entry, fault }, "it");

test("what a recount finds is told in the reader's language, with the entry's place", () => {
  expect(told("ballot 10", OTHER_DIGEST)).toMatch(
    /^Qualcosa non torna: scheda 10: il contenuto è stato cambiato, .* impronta\.$/,
  );
  expect(told("electorate row 3", "stands in another place")).toContain(
    "riga dell’elenco dei votanti 3: sta in un altro posto",
  );
  expect(told("tally", "does not follow from the ballots: passes")).toContain(
    "conto: non è quello che dicono le schede",
  );
  expect(told("receipt 4", "has no token that the key of the vote signed")).toContain(
    "ricevuta 4: il suo gettone non è firmato con la chiave del voto",
  );
  expect(told("token 4", "has no words yet")).toContain("token 4: non è come dovrebbe");
});

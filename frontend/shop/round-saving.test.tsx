import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { civilDate } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { SavingGuess } from "./round-saving.tsx";

const t = textsFor("it");
const saving = (own: object = {}) => ({
  alone: cents(980),
  share: cents(360),
  deliveryDay: civilDate("2026-06-03"),
  street: null,
  ...own,
});
const drawn = (own: object = {}) => renderToString(<SavingGuess t={t} saving={saving(own)} />);

test("while nobody knows where the buyer lives it says that it is a mean", () => {
  expect(drawn()).toContain("In media, finché non sappiamo dove abiti");
  expect(drawn()).toContain("risparmi 6,20\u00a0€");
});

test("once the door is known it is about this very door", () => {
  const words = drawn({ street: "via Scala Santa 37" });
  expect(words).toContain("Portare la tua spesa da sola in via Scala Santa 37");
  expect(words).not.toContain("In media");
});

test("a round that costs more than going alone is said, not hidden", () => {
  expect(drawn({ share: cents(1100) })).toContain("1,20\u00a0€ in più");
});

test("without rounds there is nothing to say", () => {
  expect(renderToString(<SavingGuess t={t} saving={null} />)).toBe("");
});

import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { textsFor } from "#frontend/texts/texts.ts";
import { ChoiceGroup, ErrorSummary, TextField } from "./field.tsx";

const t = textsFor("it");

describe("a refused form", () => {
  const errors = [{ field: "email", message: "Scrivi un indirizzo di posta" }];

  test("opens with the list of what to put right, which takes the focus without scripts", () => {
    const html = render(<ErrorSummary t={t} errors={errors} />);
    expect(html).toMatch(/^<div class="errors" role="alert"[^>]*tabindex="-1"[^>]*autofocus/i);
    expect(html).toContain('<a href="#email" data-act="error">Scrivi un indirizzo di posta</a>');
  });

  test("a form without errors has no such list", () => {
    expect(render(<ErrorSummary t={t} errors={[]} />)).toBe("");
  });

  test("the field keeps what was typed and says why it was refused", () => {
    const html = render(
      <TextField
        t={t}
        id="email"
        name="email"
        label="Posta"
        type="email"
        value="lucia@"
        hint="Solo per questo ordine"
        error={errors[0]?.message}
      />,
    );
    expect(html).toContain('value="lucia@"');
    expect(html).toContain('type="email"');
    expect(html).toContain('aria-describedby="email-hint email-error"');
    expect(html).toContain("aria-invalid");
    expect(html).toContain('<p class="error" id="email-error">');
  });
});

describe("a field in order", () => {
  test("says what is optional and complains of nothing", () => {
    const html = render(<TextField t={t} id="note" name="note" label="Note" optional />);
    expect(html).toContain("(facoltativo)");
    expect(html).not.toMatch(/aria-invalid|aria-describedby|wrong/);
  });

  test("a group of choices is one question; the error summary leads to its first answer", () => {
    const html = render(
      <ChoiceGroup
        t={t}
        id="place"
        name="place"
        label="Dove ritiri"
        kind="radio"
        chosen={["PP2"]}
        options={[
          { value: "PP1", label: "Santa Toscana", closed: true },
          { value: "PP2", label: "Università" },
        ]}
      />,
    );
    expect(html).toContain("<legend>Dove ritiri</legend>");
    expect(html).toMatch(/value="PP1" id="place" disabled/);
    expect(html).toMatch(/value="PP2" id="place-2" checked/);
  });
});

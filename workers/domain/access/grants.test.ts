import { expect, test } from "vitest";
import { checkGrants } from "./grants.ts";
import type { Grant } from "./principal.ts";

const officer: Grant = { role: "officer", subject: "" };
const orchard: Grant = { role: "producer", subject: "orchard" };

test("an office is over the whole network, a producer's role over its own enterprise", () => {
  expect(checkGrants([officer, orchard], [orchard])).toEqual({
    ok: true,
    value: [officer, orchard],
  });
});

test("an office over one enterprise, or a producer of nothing, does not fit", () => {
  expect(checkGrants([{ role: "treasurer", subject: "orchard" }], [])).toEqual({
    ok: false,
    refusal: { code: "grant-misfit", role: "treasurer" },
  });
  expect(checkGrants([{ role: "producer", subject: "" }], [])).toEqual({
    ok: false,
    refusal: { code: "grant-misfit", role: "producer" },
  });
});

test("a role needs a subject that can have it: an orchard is no hub", () => {
  expect(checkGrants([{ role: "hub", subject: "orchard" }], [orchard])).toEqual({
    ok: false,
    refusal: { code: "grant-subject-missing", role: "hub", subject: "orchard" },
  });
});

test("the same role twice is given once", () => {
  expect(checkGrants([officer, officer], [])).toEqual({ ok: true, value: [officer] });
});

import { describeRoute, resolver } from "hono-openapi";
import type { GenericSchema } from "valibot";
import type { AnyRefusal } from "./statuses.ts";
import { statusOfCode } from "./statuses.ts";

/** What every write that needs a role can refuse. */
export const WRITING = [
  "not-signed-in",
  "not-allowed",
  "invalid-input",
  "key-missing",
  "key-reused",
] as const;

interface Description {
  readonly summary: string;
  readonly area: string;
  /** The schema of the answer, by its status. */
  readonly answers: Readonly<Partial<Record<200 | 201, GenericSchema>>>;
  readonly refusals: readonly AnyRefusal["code"][];
  /** It answers with a table for spreadsheets. */
  readonly table?: true;
  /** It answers with a text of another kind. */
  readonly file?: { readonly type: string; readonly description: string };
}

/** Describes an endpoint for the OpenAPI document: what it answers, and each "no" it can say. */
export function endpoint(description: Description) {
  const { summary, area, answers, refusals, table, file } = description;
  const responses: NonNullable<Parameters<typeof describeRoute>[0]["responses"]> = {};
  for (const [status, schema] of Object.entries(answers)) {
    const content = { "application/json": { schema: resolver(schema) } };
    responses[status] = { description: "The answer", content };
  }
  if (table === true) {
    const content = { "text/csv": { schema: { type: "string" as const, minLength: 1 } } };
    responses[200] = { description: "The table, its columns named in the first row", content };
  }
  if (file !== undefined) {
    const content = { [file.type]: { schema: { type: "string" as const, minLength: 1 } } };
    responses[200] = { description: file.description, content };
  }
  Object.assign(responses, problemAnswers([...refusals, ...aboutSignatures(refusals)]));
  return describeRoute({ summary, tags: [area], responses });
}

/**
 * What a write says of a passkey that is missing, or that came along and is not good; and of an
 * answer that is no longer kept.
 */
function aboutSignatures(refusals: readonly AnyRefusal["code"][]): readonly AnyRefusal["code"][] {
  if (!refusals.includes("key-missing")) return [];
  return [
    "passkey-needed",
    "passkey-refused",
    "second-person-needed",
    "acts-paused",
    "answer-erased",
  ];
}

/** A "no" with its code; `failure` is ours: something broke, and nothing more is said of it. */
type Told = AnyRefusal["code"] | "failure";

/** How refusals are told, by their status: problem details with one of these codes. */
export function problemAnswers(codes: readonly Told[]) {
  const answers = [...byStatus(codes)].map(([status, told]) => {
    const content = { "application/problem+json": { schema: problemSchema(told) } };
    return [status, { description: told.join(", "), content }] as const;
  });
  return Object.fromEntries(answers);
}

function byStatus(codes: readonly Told[]) {
  const found = new Map<number, string[]>();
  for (const code of codes) {
    const status = code === "failure" ? 500 : statusOfCode(code);
    found.set(status, [...(found.get(status) ?? []), code]);
  }
  return found;
}

function problemSchema(codes: readonly string[]) {
  return {
    type: "object" as const,
    required: ["type", "title", "status", "code"],
    properties: {
      type: { type: "string" as const },
      title: { type: "string" as const },
      status: { type: "integer" as const },
      code: { type: "string" as const, enum: [...codes] },
    },
    additionalProperties: true,
  };
}

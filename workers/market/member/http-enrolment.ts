import * as v from "valibot";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import type { EnrolPasskey } from "#market/identity/enrol-passkey.ts";
import { Enrolment } from "#market/identity/http-passkeys.ts";
import type { RegistrationResponseJSON } from "#ports/passkeys.ts";

/** An answer without attestation is a few hundred bytes; certificates make it thousands. */
const LONGEST = 30_000;
const Answer = v.pipe(v.string(), v.maxLength(LONGEST), v.parseJson(), Enrolment);

/** What a form that makes a passkey sent. */
export interface SentEnrolment {
  /** As it was typed. */
  readonly name: string;
  /** Null where the form came back without an answer: it is drawn anew. */
  readonly made: Omit<EnrolPasskey, "invitation"> | null;
  readonly errors: readonly FieldError[];
}

/** Reads the name of a new passkey, and what the device answered. */
export function readEnrolment(t: Texts, body: string): SentEnrolment {
  const form = new URLSearchParams(body);
  const name = form.get("name")?.trim() ?? "";
  if (name === "" || name.length > 120) {
    const message = t.access.passkey.nameMissing;
    return { name, made: null, errors: [{ field: "name", message }] };
  }
  const answer = v.safeParse(Answer, form.get("response") ?? "");
  if (!answer.success) return { name, made: null, errors: [] };
  const response = answer.output as unknown as RegistrationResponseJSON;
  return { name, made: { name, response }, errors: [] };
}

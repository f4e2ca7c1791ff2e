import { allow } from "#domain/access/access.ts";
import { checkConsent, type ConsentAsked, standings } from "#domain/access/consents.ts";
import { checkAnother } from "#domain/access/people.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal, PeopleRefusal, PrivacyRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { addConsent, CONSENT_CHANGED, consentsOf } from "#store/consents.ts";
import { personById } from "#store/people.ts";
import type { OwnConsents } from "./consents.ts";

export interface PaperConsent extends ConsentAsked {
  readonly personId: PersonId;
  /** By which the paper is found again; never a name. */
  readonly paper: string;
}

type Refusal = AccessRefusal | PeopleRefusal | PrivacyRefusal;

/**
 * Writes down what somebody said of a purpose on paper, in front of the wording of that day, with
 * who wrote it down. A paper is always a row: it shows what was said, also where that stood.
 */
export function recordPaperConsent(request: Request, { personId, paper, ...asked }: PaperConsent) {
  const { now: at } = request.ports;
  return perform(request, {
    load: () => ({ person: personById(personId, at), history: consentsOf(personId) }),
    decide: ({ person, history }, principal): Outcome<Plan<OwnConsents>, Refusal> => {
      const allowed = allow(principal, "people.consent");
      if (!allowed.ok) return allowed;
      if (person === null) return refuse({ code: "not-found", what: "person" });
      const another = checkAnother(principal, personId);
      if (!another.ok) return another;
      const checked = checkConsent(asked);
      if (!checked.ok) return checked;
      const recordedBy = actorName(principal);
      const said = { ...asked, channel: "paper" as const, at, paper, recordedBy };
      const all = [...history, said];
      const value = { purposes: standings(all), history: all };
      return accept({ status: 201, value, statements: [addConsent(personId, said)] });
    },
    guards: { [CONSENT_CHANGED]: "decide-again" },
  });
}

import {
  checkConsent,
  type ConsentAsked,
  type ConsentChannel,
  type ConsentRecord,
  type PurposeStanding,
  standings,
} from "#domain/access/consents.ts";
import type { AccessRefusal, PrivacyRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { addConsent, CONSENT_CHANGED, consentsIn } from "#store/consents.ts";
import { forgetChoices } from "#store/notice-choices.ts";
import { oneself } from "./oneself.ts";

/** What one's data are used for, how that stands, and everything one ever said of it. */
export interface OwnConsents {
  readonly purposes: readonly PurposeStanding[];
  readonly history: readonly ConsentRecord[];
}

export async function showConsents(request: Request): Promise<Outcome<OwnConsents, AccessRefusal>> {
  const { known, principal } = await look(request, {
    history: consentsIn(request.credentials.session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept({ purposes: standings(known.history), history: known.history });
}

/** Agrees to a purpose, or no longer; saying again what stands already adds nothing. */
export function setConsent(request: Request, asked: ConsentAsked, channel: ConsentChannel) {
  const { credentials, ports } = request;
  return perform(request, {
    load: () => ({ history: consentsIn(credentials.session) }),
    decide: (
      { history },
      principal,
    ): Outcome<Plan<OwnConsents>, AccessRefusal | PrivacyRefusal> => {
      const self = oneself(principal, "self.edit");
      if (!self.ok) return self;
      const checked = checkConsent(asked);
      if (!checked.ok) return checked;
      const before = standings(history);
      const isSame = before.some(
        ({ key, isOn }) => key === asked.purpose && isOn === asked.isGiven,
      );
      if (isSame) return accept({ value: { purposes: before, history }, statements: [] });
      const said: ConsentRecord = {
        ...asked,
        channel,
        at: ports.now,
        paper: null,
        recordedBy: null,
      };
      const all = [...history, said];
      const value = { purposes: standings(all), history: all };
      const personId = self.value.id;
      const anew = asked.purpose === "reminders" && asked.isGiven ? [forgetChoices(personId)] : [];
      return accept({ value, statements: [addConsent(personId, said), ...anew] });
    },
    guards: { [CONSENT_CHANGED]: "decide-again" },
  });
}

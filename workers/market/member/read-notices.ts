import { agreesToReminders } from "#domain/access/consents.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import { type ChoiceStanding, choiceStandings } from "#domain/notices/choices.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { oneself } from "#market/identity/own-sessions.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { consentsIn } from "#store/consents.ts";
import { choicesIn, type StoppableLetter, stoppableLetter } from "#store/notice-choices.ts";

export interface NoticesView {
  readonly around: Around;
  readonly notices: readonly ChoiceStanding[];
  /** Asks producers for their goods: their own letters are told of. */
  readonly isProducer: boolean;
}

/** Which letters whoever is signed in wants, in the page's one round trip. */
export async function readNotices(request: Request): Promise<Outcome<NoticesView, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    history: consentsIn(session),
    choices: choicesIn(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept({
    around: aroundOf(known, request),
    notices: choiceStandings(agreesToReminders(known.history), known.choices),
    isProducer: self.value.grants.some(({ role }) => role === "producer"),
  });
}

export interface StopView {
  readonly around: Around;
  readonly letter: StoppableLetter | null;
}

/** The letter whose link was opened, in the page's one round trip. */
export async function readStop(request: Request, letterId: number): Promise<StopView> {
  const { known } = await look(request, {
    ...aroundLoaders(request),
    letter: stoppableLetter(letterId),
  });
  return { around: aroundOf(known, request), letter: known.letter };
}

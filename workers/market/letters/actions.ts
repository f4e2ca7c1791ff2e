import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { LetterRefusal } from "#domain/notices/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import {
  LETTER_GONE,
  letterById,
  letterPage,
  type LetterState,
  type LetterView,
  queueAgain,
} from "#store/letter-list.ts";
import type { Page } from "#store/page.ts";

export interface LettersAsked {
  readonly state: LetterState | null;
  readonly after: number | null;
  readonly limit: number;
}

/** The letters that were written, the newest first: what became of them, not what they say. */
export async function listLetters(
  request: Request,
  asked: LettersAsked,
): Promise<Outcome<Page<LetterView>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: letterPage(asked) });
  const allowed = allow(principal, "letters.read");
  return allowed.ok ? accept(known.page) : allowed;
}

/** A letter that goes out once more. */
export interface LetterAgain {
  readonly repeats: number;
  readonly state: "queued";
  readonly queuedAt: number;
}

/**
 * Sends a letter again, to the same address: to another one it could carry a secret. A person
 * who asks says that the address works, so that it goes out though earlier letters came back.
 */
export function sendLetterAgain(request: Request, id: number) {
  const { ids, now } = request.ports;
  return perform(request, {
    load: () => ({ letter: letterById(id) }),
    decide: ({ letter }, principal): Outcome<Plan<LetterAgain>, AccessRefusal | LetterRefusal> => {
      const allowed = allow(principal, "letters.resend");
      if (!allowed.ok) return allowed;
      if (letter === null) return refuse({ code: "not-found", what: "letter" });
      if (letter.state === "queued") return refuse({ code: "letter-waiting" });
      if (!letter.canBeRepeated) return refuse({ code: "letter-forgotten" });
      return accept({
        status: 201,
        value: { repeats: id, state: "queued", queuedAt: now },
        statements: queueAgain(id, { key: `again:${id}:${ids.next()}`, at: now }),
      });
    },
    guards: { [LETTER_GONE]: { code: "letter-forgotten" } },
  });
}

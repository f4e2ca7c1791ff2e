import { agreesToReminders, type ConsentRecord, PURPOSES } from "#domain/access/consents.ts";
import type { AccessRefusal, PrivacyRefusal } from "#domain/access/refusals.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  type ChoiceStanding,
  choiceStandings,
  FIXED_LETTERS,
  type FixedLetter,
  isOptionalLetter,
  needsAgreement,
  OPTIONAL_LETTERS,
  type OptionalLetter,
  stopNoticeWords,
} from "#domain/notices/choices.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { secretDigest } from "#ports/ids.ts";
import { addConsent, CONSENT_CHANGED, consentsIn } from "#store/consents.ts";
import {
  type ChoiceChannel,
  choicesIn,
  choose,
  type StoppableLetter,
  stoppableLetter,
} from "#store/notice-choices.ts";
import { oneself } from "./oneself.ts";

/** Which letters somebody gets, and which go out whatever they choose. */
export interface OwnNotices {
  readonly notices: readonly ChoiceStanding[];
  readonly fixed: readonly { readonly key: FixedLetter; readonly why: string }[];
  /** The wording that is agreed to where any of them is wanted. */
  readonly textVersion: number;
}

/** The wording of today, in front of which letters are chosen. */
export const NOTICE_WORDING = PURPOSES.find(({ key }) => key === "reminders")?.textVersion ?? 0;

export async function showNotices(request: Request): Promise<Outcome<OwnNotices, AccessRefusal>> {
  const { session } = request.credentials;
  const { known, principal } = await look(request, {
    history: consentsIn(session),
    choices: choicesIn(session),
  });
  const self = oneself(principal, "self.read");
  if (!self.ok) return self;
  return accept(noticesOf(choiceStandings(agreesToReminders(known.history), known.choices)));
}

function noticesOf(notices: readonly ChoiceStanding[]): OwnNotices {
  return { notices, fixed: FIXED_LETTERS, textVersion: NOTICE_WORDING };
}

/** Chooses all optional letters at once: these are wanted, the others are not. */
export interface ChooseNotices {
  readonly wanted: readonly OptionalLetter[];
  readonly textVersion: number;
}

/**
 * Writes what somebody wants. Wanting any that needs it is agreeing to reminders, in front of
 * today's wording; wanting none withdraws it (GDPR art. 7 (3): as easily as it was given).
 */
export function chooseNotices(
  request: Request,
  { wanted, textVersion }: ChooseNotices,
  channel: "page" | "api",
) {
  const { credentials, ports } = request;
  const { now: at } = ports;
  return perform(request, {
    load: () => ({ history: consentsIn(credentials.session) }),
    decide: ({ history }, principal): Outcome<Plan<OwnNotices>, AccessRefusal | PrivacyRefusal> => {
      const self = oneself(principal, "self.edit");
      if (!self.ok) return self;
      const isGiven = wanted.some(needsAgreement);
      if (isGiven && textVersion !== NOTICE_WORDING) {
        return refuse({
          code: "consent-text-changed",
          purpose: "reminders",
          textVersion: NOTICE_WORDING,
        });
      }
      const chosen = OPTIONAL_LETTERS.map((notice) => ({
        notice,
        isWanted: wanted.includes(notice),
        chosenAt: at,
      }));
      return accept({
        value: noticesOf(choiceStandings(isGiven, chosen)),
        statements: [
          choose(self.value.id, chosen, { channel, at }),
          ...agreeing(self.value.id, { history, isGiven, channel, at }),
        ],
      });
    },
    guards: { [CONSENT_CHANGED]: "decide-again" },
  });
}

function agreeing(
  personId: PersonId,
  asked: {
    readonly history: readonly ConsentRecord[];
    readonly isGiven: boolean;
    readonly channel: "page" | "api";
    readonly at: ConsentRecord["at"];
  },
) {
  const { history, isGiven, channel, at } = asked;
  if (agreesToReminders(history) === isGiven) return [];
  const words = { purpose: "reminders", textVersion: NOTICE_WORDING } as const;
  const said = { ...words, isGiven, channel, at, paper: null, recordedBy: null };
  return [addConsent(personId, said)];
}

/** A letter's own way to stop its kind: the number of the letter, and the secret that is in it. */
export interface StopLetter {
  readonly letterId: number;
  readonly secret: string;
}

export interface NoticeStopped {
  readonly notice: OptionalLetter;
}

/** The kind of letter that a link stops; to whom it was not sent, no such letter is there. */
export function stoppedBy(
  request: Request,
  { secret }: StopLetter,
  letter: StoppableLetter | null,
): Outcome<{ readonly notice: OptionalLetter; readonly holder: string }, AccessRefusal> {
  const missing = refuse({ code: "not-found", what: "letter" });
  if (letter === null || !isOptionalLetter(letter.kind)) return missing;
  const { key, kind, holder } = letter;
  const expected = request.ports.ids.derived(...stopNoticeWords(key));
  if (holder === null || secretDigest(secret) !== secretDigest(expected)) return missing;
  return accept({ notice: kind, holder });
}

/** Stops letters of one kind to whoever got this one: the secret in it is all that it takes. */
export function stopNotice(request: Request, command: StopLetter) {
  const channel: ChoiceChannel = "letter";
  return perform(request, {
    load: () => ({ letter: stoppableLetter(command.letterId) }),
    decide: ({ letter }): Outcome<Plan<NoticeStopped>, AccessRefusal> => {
      const stopped = stoppedBy(request, command, letter);
      if (!stopped.ok) return stopped;
      const { notice, holder } = stopped.value;
      const said = choose(holder, [{ notice, isWanted: false }], {
        channel,
        at: request.ports.now,
      });
      return accept({ value: { notice }, statements: [said] });
    },
  });
}

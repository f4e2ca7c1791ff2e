import { type BoardDeed, decideDeed, type DeedFacts } from "./book-deeds.ts";
import { MEMBER_CLASSES, type Membership } from "./member.ts";

/** What the board can do about a membership besides answering what was asked. */
export type OpenDeed = (typeof OPEN_DEEDS)[number];

export const OPEN_DEEDS = [
  "reinstated",
  "upheld",
  "suspended",
  "payment-demanded",
  "class-changed",
  "excluded",
  "exclusion-annulled",
  "died",
] as const satisfies readonly BoardDeed["kind"][];

/** Which of them can be done now, as the membership stands. */
export function openDeeds(membership: Membership, facts: DeedFacts): readonly OpenDeed[] {
  return OPEN_DEEDS.filter((kind) => decideDeed(membership, anyOf(kind, membership), facts).ok);
}

/** A deed of its kind that nothing but the membership's standing can refuse. */
function anyOf(kind: OpenDeed, { class: as }: Membership): BoardDeed {
  if (kind === "suspended") return { kind, ground: "statute" };
  if (kind === "excluded") return { kind, ground: "statute" };
  if (kind === "class-changed") {
    return { kind, class: MEMBER_CLASSES.find((one) => one !== as) ?? as };
  }
  return { kind };
}

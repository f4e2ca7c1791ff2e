import type { Choice } from "./choice.ts";

/**
 * Reads a choice from JSON that nobody has checked: a file, or a row that was tampered with.
 * @returns null where it has the form of none; whether it fits its vote `checkChoice` says
 */
export function readChoice(value: unknown): Choice | null {
  if (!isRecord(value)) return null;
  const { vote, reason, approved, scores, ranking, ranks } = value;
  const fields = Object.keys(value).toSorted().join(" ");
  if (fields === "reason vote" && vote === "objection" && typeof reason === "string") {
    return { vote, reason };
  }
  if (fields === "vote" && isWord(vote)) return { vote };
  if (fields === "approved" && isCodes(approved)) return { approved };
  if (fields === "ranking" && isCodes(ranking)) return { ranking };
  if (fields === "scores" && isNumbers(scores)) return { scores };
  return fields === "ranks" && isNumbers(ranks) ? { ranks } : null;
}

/** The same of a text. */
export function choiceFromText(text: string): Choice | null {
  try {
    return readChoice(JSON.parse(text));
  } catch {
    return null;
  }
}

function isWord(value: unknown): value is "yes" | "no" | "abstain" | "consent" {
  return value === "yes" || value === "no" || value === "abstain" || value === "consent";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCodes(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return isRecord(value) && Object.values(value).every((one) => Number.isSafeInteger(one));
}

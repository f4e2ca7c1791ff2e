import { type Instant, toRome } from "#domain/kernel/instant.ts";
import type { Letter, LetterLang } from "./letter.ts";

const WORDS = {
  it: {
    request: {
      subject: (household: string, group: string) => `${household} chiede di entrare in ${group}`,
      asked: (household: string, group: string) =>
        `${household} chiede di entrare in ${group}, che coordini tu.`,
      where: "Rispondi dalla pagina del gruppo: puoi dire di sì, o di no con un motivo.",
    },
    answer: {
      subjectYes: (group: string) => `La vostra famiglia è in ${group}`,
      yes: (group: string) =>
        `La vostra famiglia è entrata in ${group}: ordina con il gruppo e ritira con il gruppo.`,
      subjectNo: (group: string) => `${group}: per ora no`,
      no: (group: string) => `${group} non può accogliere la vostra famiglia.`,
      reason: (reason: string) => `Il motivo: ${reason}`,
      still: "Potete ordinare da soli come prima, o chiedere a un altro gruppo.",
    },
    reminder: {
      subject: (group: string, until: string) => `${group}: si ordina fino al ${until}`,
      missing: (group: string, until: string) =>
        `${group} ordina insieme fino al ${until}, e il vostro ordine non c’è ancora.`,
      free: "Se non vi serve niente, non fate nulla: non ne mandiamo altri per questo ciclo.",
    },
  },
  en: {
    request: {
      subject: (household: string, group: string) => `${household} asks to join ${group}`,
      asked: (household: string, group: string) =>
        `${household} asks to join ${group}, which you coordinate.`,
      where: "Answer on the page of the group: say yes, or no with a reason.",
    },
    answer: {
      subjectYes: (group: string) => `Welcome: your household is in ${group}`,
      yes: (group: string) =>
        `Your household is now in ${group}: it orders with the group and collects with it.`,
      subjectNo: (group: string) => `${group}: not for now`,
      no: (group: string) => `${group} cannot take your household in.`,
      reason: (reason: string) => `The reason: ${reason}`,
      still: "You can order by yourselves as before, or ask another group.",
    },
    reminder: {
      subject: (group: string, until: string) => `${group}: orders are open until ${until}`,
      missing: (group: string, until: string) =>
        `${group} orders together until ${until}, and your order is not there yet.`,
      free: "If you need nothing, do nothing: we send no other for this cycle.",
    },
  },
} as const;

/** Tells a coordinator that a household asks to come in. */
export function groupRequestMail(
  lang: LetterLang,
  asked: { readonly household: string; readonly group: string },
): Letter {
  const words = WORDS[lang].request;
  const { household, group } = asked;
  return {
    kind: "group-request",
    lang,
    subject: words.subject(household, group),
    pieces: [{ words: words.asked(household, group) }, { words: words.where }],
  };
}

/** Tells a household whether it came in; a no has its reason. */
export function groupAnswerMail(
  lang: LetterLang,
  answer: { readonly group: string; readonly isAccepted: boolean; readonly reason: string | null },
): Letter {
  const words = WORDS[lang].answer;
  const { group, isAccepted, reason } = answer;
  const no = [
    { words: words.no(group) },
    ...(reason === null ? [] : [{ words: words.reason(reason) }]),
    { words: words.still },
  ];
  return {
    kind: "group-answer",
    lang,
    subject: isAccepted ? words.subjectYes(group) : words.subjectNo(group),
    pieces: isAccepted ? [{ words: words.yes(group) }] : no,
  };
}

/** Reminds a household that its group orders, and until when. */
export function groupReminderMail(
  lang: LetterLang,
  order: { readonly group: string; readonly closesAt: Instant },
): Letter {
  const words = WORDS[lang].reminder;
  const until = momentOf(order.closesAt);
  return {
    kind: "group-reminder",
    lang,
    subject: words.subject(order.group, until),
    pieces: [{ words: words.missing(order.group, until) }, { words: words.free }],
  };
}

/** "3/6, 20:00": the domain has no Intl. */
function momentOf(at: Instant): string {
  const { date, minuteOfDay } = toRome(at);
  const [, month, day] = date.split("-").map(Number);
  const hours = Math.floor(minuteOfDay / 60);
  const minutes = String(minuteOfDay % 60).padStart(2, "0");
  return `${day}/${month}, ${hours}:${minutes}`;
}

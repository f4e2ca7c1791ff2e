import type { OfficeTexts } from "#frontend/texts/it/office.ts";

export const office: OfficeTexts = {
  title: "The network",
  cycles: {
    title: "Sales weeks",
    lead: "To close or cancel a week concerns everyone: it is signed with a passkey.",
    none: "There is no sales week yet.",
    times: (opens: string, closes: string, delivers: string) =>
      `Opens ${opens}; closes ${closes}; delivers ${delivers}.`,
    state: {
      draft: "draft",
      announced: "announced",
      open: "open",
      closed: "closed",
      completing: "completing boxes",
      allocated: "allocated",
      sent: "sent to producers",
      receiving: "arriving",
      delivered: "delivered",
      settled: "settled",
      cancelled: "cancelled",
    },
    orders: (n: string) => `Orders: ${n}`,
    close: "Close the orders",
    closeWhy:
      "From then on nobody orders any more, and what was ordered is allotted to boxes. It can be opened again until the producers have been sent their orders.",
    closeGo: "Close now",
    cancel: "Cancel the week",
    cancelWhy: "Every order lapses and what was held is free again. There is no way back.",
    reason: "Why",
    reasonHint: "Who had ordered reads it.",
    reasonMissing: "Write why, in a few words",
    cancelGo: "Cancel the week",
    signClose: (code: string) => `Close the orders of the week ${code}.`,
    signCancel: (code: string) => `Cancel the week ${code}, with all its orders.`,
    signReason: (reason: string) => `Reason: ${reason}`,
    signOrders: (n: string) => `Orders that depend on it: ${n}.`,
    closed: (code: string) => `The week ${code} is closed.`,
    cancelled: (code: string) => `The week ${code} is cancelled.`,
  },
};

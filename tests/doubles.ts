import { startMailbox } from "#host/doubles/mailbox.ts";
import { startPayments } from "#host/doubles/payments.ts";

/** What the payment double can be told to do with the next requests. */
export type Fault = "timeout-after-commit" | "error" | "delay";

/** The outside world as the host doubles it: a card provider and a mailbox, empty. */
export async function openDoubles() {
  const payments = await startPayments(":memory:");
  const mailbox = await startMailbox(":memory:", () => 0);
  return {
    payments,
    mailbox,
    fail: async (fault: Fault, times = 1) => {
      const body = JSON.stringify({ fault, times });
      await fetch(`${payments.url}/__control`, { method: "POST", body });
    },
    close: async () => {
      await payments.close();
      await mailbox.close();
    },
  };
}

export type Doubles = Awaited<ReturnType<typeof openDoubles>>;

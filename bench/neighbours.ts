import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMailbox } from "#host/doubles/mailbox.ts";
import { startPayments } from "#host/doubles/payments.ts";

// The doubles of the outside world in a process of their own, so that what a card company and a
// mail carrier do is not counted as the market's. Says where they are, and ends with its parent.
const folder = mkdtempSync(join(tmpdir(), "filiera-neighbours-"));
const payments = await startPayments(join(folder, "payments.db"));
const mail = await startMailbox(join(folder, "mailbox.db"), Date.now);
process.stdin.on("end", () => {
  void Promise.all([payments.close(), mail.close()]).then(() => {
    rmSync(folder, { recursive: true });
    process.exit();
  });
});
process.stdin.resume();
console.log(JSON.stringify({ payments: payments.url, mail: mail.url }));

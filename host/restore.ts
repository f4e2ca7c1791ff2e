import { restoreSnapshot } from "./snapshot.ts";
import { runSnapshotCommand } from "./snapshot-command.ts";

runSnapshotCommand("restore", (folder, file) => {
  const aside = restoreSnapshot(folder, file);
  const kept = aside === null ? "" : ` What was there is kept as ${aside}.`;
  return `Restored ${file} into ${folder}.${kept}`;
});

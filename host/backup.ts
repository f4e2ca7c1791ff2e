import { takeSnapshot } from "./snapshot.ts";
import { runSnapshotCommand } from "./snapshot-command.ts";

runSnapshotCommand("backup", (folder, file) => {
  takeSnapshot(folder, file);
  return `Copied to ${file}, with its secret key in ${file}.key: keep both out of reach.`;
});

import { takeSnapshot } from "./snapshot.ts";
import { runSnapshotCommand } from "./snapshot-command.ts";

runSnapshotCommand("backup", (folder, file) => {
  takeSnapshot(folder, file);
  const beside = `its secret key in ${file}.key, its photos in ${file}.photos`;
  return `Copied to ${file}, with ${beside}: keep them out of reach.`;
});

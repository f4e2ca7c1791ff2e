import { createClient } from "@libsql/client/web";
import { migrateRemote } from "./migrate-remote.ts";
import { migrationsFolder } from "./places.ts";

const url = process.env["DATABASE_URL"];
const authToken = process.env["DATABASE_TOKEN"];
if (url === undefined || authToken === undefined) {
  console.error("DATABASE_URL and DATABASE_TOKEN say which database to migrate.");
  process.exitCode = 1;
} else {
  try {
    const applied = await migrateRemote(createClient({ url, authToken }), migrationsFolder);
    console.log(applied.length === 0 ? "Nothing to apply." : `Applied: ${applied.join(", ")}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

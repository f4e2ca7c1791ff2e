import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { named, type Told } from "./stage.ts";

/** A token of the demo: what it may do, for whom, and the secret itself. */
export interface DemoToken {
  readonly role: string;
  /** The identifier of the enterprise, group or household it speaks for; "" for the network. */
  readonly subject: string;
  readonly label: string;
  readonly token: string;
}

/** Where a data folder keeps the demo's tokens. */
const tokensFile = "demo-tokens.json";

/** Makes one token for each role, so that a stranger can try them all. */
export async function issueTokens({ client, names }: Told): Promise<readonly DemoToken[]> {
  const roles = [
    { role: "officer", subject: "", label: "Ufficio della rete" },
    { role: "treasurer", subject: "", label: "Tesoreria" },
    { role: "auditor", subject: "", label: "Revisione" },
    { role: "hub", subject: names.hub, label: "Magazzino di rete" },
    {
      role: "producer",
      subject: named(names.producers, "lessinia"),
      label: "Malga Alta Lessinia",
    },
    {
      role: "coordinator",
      subject: named(names.groups, "gas-santa-toscana"),
      label: "GAS Santa Toscana",
    },
    { role: "household", subject: named(names.households, "lucia"), label: "Lucia Bressanin" },
  ];
  const tokens: DemoToken[] = [];
  for (const { role, subject, label } of roles) {
    const body = { label: `Prova: ${label}`, grants: [{ role, subject }] };
    const { token } = await client.write<{ token: string }>("POST", "/tokens", body);
    tokens.push({ role, subject, label, token });
  }
  return tokens;
}

/** Writes the tokens for their owner's eyes only; gives the file's path. */
export function keepTokens(folder: string, tokens: readonly DemoToken[]): string {
  const file = join(folder, tokensFile);
  writeFileSync(file, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  return file;
}

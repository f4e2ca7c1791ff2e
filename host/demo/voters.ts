import { travelling } from "#host/passkeys/software-passkey.ts";
import { apiClient, type Client } from "#host/week/client.ts";
import { demoMembers, type DemoMember } from "#schema/demo/members.ts";
import { actorOf } from "./members.ts";
import { type DemoPeople, named, type Stage } from "./stage.ts";

/** A person of the demo in their own browser, and the member they act for. */
export interface Voter {
  readonly client: Client;
  readonly memberId: string;
}

let signedIn = 0;

/** Signs in who acts for a member, with their passkey, as they do each time they come back. */
export async function comeIn(
  { send, keys }: Stage,
  { passkeys, members }: DemoPeople,
  member: string,
): Promise<Voter> {
  const person = actorOf(memberCalled(member));
  const run = `demo-${person}-${++signedIn}`;
  const asking = { method: "POST", token: "", body: {} };
  const path = "/api/v1/sign-in-challenges";
  const { body } = await send({ ...asking, path, key: `${run}-challenge` });
  const { challenge, rpId } = body as { readonly challenge: string; readonly rpId: string };
  const passkey = passkeys.get(person);
  if (passkey === undefined) throw new Error(`${person} has no passkey`);
  const assertion = travelling(await passkey.sign({ challenge, rpId, origin: keys.origin }));
  const entered = { ...asking, path: "/api/v1/sessions", key: `${run}-session`, assertion };
  const { status, cookie } = await send(entered);
  if (cookie === undefined) throw new Error(`${person} is not let in: ${status}`);
  const client = apiClient(send, { cookie }, run, keys);
  return { client, memberId: named(members, member) };
}

function memberCalled(member: string): DemoMember {
  const found = demoMembers.find(({ code }) => code === member);
  if (found === undefined) throw new Error(`the demo has no member ${member}`);
  return found;
}

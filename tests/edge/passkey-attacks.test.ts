import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Asked,
  type SoftwarePasskey,
  softwarePasskey,
  travelling,
} from "#host/passkeys/software-passkey.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import {
  addFurther,
  addPasskey,
  answerToSignIn,
  cookie,
  enterByCode,
  enterByPasskey,
  ORIGIN,
} from "#tests/signed-in.ts";

let market: Market;
let session: string;
let passkey: SoftwarePasskey;
let passkeyId: string;
beforeEach(async () => {
  market = await openMarket();
  await setUp(market);
  const { session: first } = await enterByCode(market, "anna@example.org");
  const added = await addPasskey(market, first);
  [session, passkey, passkeyId] = [added.session, added.passkey, added.id];
});
afterEach(() => market.close());

const MINUTE = 60_000;

/** The key of somebody's device on a second one: it counts from where it was copied. */
async function copyOf(original: SoftwarePasskey): Promise<SoftwarePasskey> {
  return softwarePasskey(await original.exported());
}

/** What a device of Bruno's answers, who is a member too. */
async function passkeyOfBruno(): Promise<SoftwarePasskey> {
  const bruno = await enterByCode(market, "bruno@example.org");
  return (await addPasskey(market, bruno.session)).passkey;
}

type Answer = (changed?: Partial<Asked>, by?: SoftwarePasskey) => Promise<string>;

/** Each attack makes an answer that must not be taken, of one that otherwise would be. */
const attacks: Readonly<Record<string, (answer: Answer, use: Use) => Promise<string>>> = {
  "an answer that was used before": async (answer, use) => {
    const assertion = await answer();
    expect((await use(assertion)).status).toBeLessThan(300);
    return assertion;
  },
  "an answer given on another site": (answer) => answer({ origin: "https://evil.example" }),
  "an answer for another site": (answer) => answer({ rpId: "evil.example" }),
  "a device that did not ask who holds it": (answer) => answer({ isVerified: false }),
  "a key that was copied and counts behind": async (answer, use) => {
    const copy = await copyOf(passkey);
    expect((await use(await answer())).status).toBeLessThan(300);
    return answer({}, copy);
  },
  "an answer that is five minutes old": async (answer) => {
    const assertion = await answer();
    market.time.now += 5 * MINUTE;
    return assertion;
  },
  "an answer to something else": (answer) => answer({ challenge: "bm90LW91cnMuMS5zZWFs" }),
};

type Use = (assertion: string) => Promise<{ readonly status: number; readonly body: object }>;

const refused = { status: 403, body: { code: "passkey-refused" } };

describe("signing in", () => {
  const answer: Answer = (changed, by = passkey) => answerToSignIn(market, by, changed);
  const use: Use = (assertion) => enterByPasskey(market, assertion);

  test("works as it should", async () => {
    expect((await use(await answer())).status).toBe(201);
  });

  test.each(Object.keys(attacks))("is refused to %s", async (name) => {
    const assertion = await attacks[name]?.(answer, use);
    expect(await use(assertion ?? "")).toMatchObject(refused);
  });

  test("is refused to a passkey that nobody has here, or that was taken away", async () => {
    expect(await use(await answer({}, await softwarePasskey()))).toMatchObject(refused);
    market.database
      .prepare("UPDATE passkey SET revoked_at = 1, revoked_by = 'test' WHERE id = ?")
      .run([passkeyId]);
    expect(await use(await answer())).toMatchObject(refused);
  });

  test("is refused to an answer that was given for an act", async () => {
    expect(await use(await answerToAct())).toMatchObject(refused);
  });

  test("is refused to a passkey that says it is somebody else's", async () => {
    const sent = JSON.parse(Buffer.from(await answer(), "base64url").toString()) as {
      response: object;
    };
    const userHandle = Buffer.from("01jd3x5k7m9npqrstvwxyz0123").toString("base64url");
    const assertion = travelling({ ...sent, response: { ...sent.response, userHandle } });
    expect(await use(assertion)).toMatchObject(refused);
  });
});

/** Adds nothing and takes nothing away but this one passkey: the act that the attacks are after. */
const act = (assertion: string | null, path = `/api/v1/passkeys/${passkeyId}`, key = "the-act") =>
  market.call("DELETE", path, {
    key,
    unsigned: true,
    headers: {
      ...cookie(session),
      ...(assertion === null ? {} : { "Passkey-Assertion": assertion }),
    },
  });

async function answerToAct(
  changed: Partial<Asked> = {},
  by: Pick<SoftwarePasskey, "sign"> = passkey,
  path?: string,
): Promise<string> {
  const { body } = await act(null, path);
  const { challenge, rpId } = body as { challenge: string; rpId: string };
  return travelling(await by.sign({ challenge, rpId, origin: ORIGIN, ...changed }));
}

describe("an act", () => {
  const answer: Answer = (changed, by) => answerToAct(changed, by);
  const isLeft = () =>
    market.database
      .prepare("SELECT count(*) FROM passkey WHERE revoked_at IS NULL")
      .pluck()
      .all([]);

  test("is done under an answer that was given for it", async () => {
    const before = isLeft();
    expect((await act(await answer())).status).toBe(200);
    expect(Number(isLeft()[0])).toBe(Number(before[0]) - 1);
  });

  // These need an act that is done before: they have a test of their own.
  const apart = new Set([
    "an answer that was used before",
    "a key that was copied and counts behind",
  ]);
  const names = Object.keys(attacks).filter((name) => !apart.has(name));
  test.each(names)("is refused to %s", async (name) => {
    const assertion = await attacks[name]?.(answer, act);
    expect(await act(assertion ?? "")).toMatchObject(refused);
  });

  test("is refused to an answer used before, and to a key that counts behind", async () => {
    const copy = await copyOf(passkey);
    const further = await addFurther(market, session, passkey);
    session = further.session;
    const path = `/api/v1/passkeys/${further.kept.body.id}`;
    const used = await answerToAct({}, passkey, path);
    expect((await act(used, path, "once")).status).toBe(200);
    expect(await act(used, path, "twice")).toMatchObject(refused);
    expect(await act(await answerToAct({}, copy))).toMatchObject(refused);
  });

  test("is refused to somebody else's passkey, and to one that nobody has here", async () => {
    expect(await act(await answer({}, await passkeyOfBruno()))).toMatchObject(refused);
    expect(await act(await answer({}, await softwarePasskey()))).toMatchObject(refused);
  });

  test("is refused to an answer that was given for another act, or to sign in", async () => {
    const other = await answerToAct({}, passkey, "/api/v1/passkeys/01jd3x5k7m9npqrstvwxyz0123");
    expect(await act(other)).toMatchObject(refused);
    expect(await act(await answerToSignIn(market, passkey))).toMatchObject(refused);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countingBallots, giveProxy, type Proxy, type ProxyGround } from "./proxies.ts";

const ground: ProxyGround = {
  most: 2,
  eligible: new Set(["ada", "bruno", "carla", "dino", "elsa"]),
  excluded: new Set(["elsa"]),
  given: [{ giver: "ada", holder: "bruno" }],
};

describe("a proxy", () => {
  test("is given to another member", () => {
    const proxy = { giver: "carla", holder: "bruno" };
    expect(giveProxy(proxy, ground)).toEqual({ ok: true, value: proxy });
  });

  test.each([
    ["to oneself", { giver: "dino", holder: "dino" }, "proxy-not-eligible"],
    ["by who may not vote", { giver: "zoe", holder: "bruno" }, "proxy-not-eligible"],
    ["to who may not vote", { giver: "dino", holder: "zoe" }, "proxy-not-eligible"],
    ["to a director", { giver: "dino", holder: "elsa" }, "proxy-excluded"],
    ["twice", { giver: "ada", holder: "carla" }, "proxy-given-already"],
    ["to who is away too", { giver: "carla", holder: "ada" }, "proxy-chained"],
    ["by who stands for somebody", { giver: "bruno", holder: "carla" }, "proxy-chained"],
  ])("is not given %s", (_, proxy, code) => {
    expect(giveProxy(proxy, ground)).toMatchObject({ refusal: { code } });
  });

  test("is not given to who has as many as the policy allows, nor where there are none", () => {
    const given = [...ground.given, { giver: "carla", holder: "bruno" }];
    const proxy = { giver: "dino", holder: "bruno" };
    expect(giveProxy(proxy, { ...ground, given })).toEqual({
      ok: false,
      refusal: { code: "proxy-too-many", most: 2 },
    });
    expect(giveProxy(proxy, { ...ground, most: 0 })).toMatchObject({
      refusal: { code: "proxy-not-foreseen" },
    });
  });

  test("never makes a chain nor passes the cap, whatever is tried in whatever order (I4)", () => {
    const name = fc.constantFrom("ada", "bruno", "carla", "dino", "elsa");
    const tries = fc.array(fc.record({ giver: name, holder: name }), { maxLength: 20 });
    fc.assert(
      fc.property(tries, (wanted) => {
        const given: Proxy[] = [];
        for (const proxy of wanted) {
          const reply = giveProxy(proxy, { ...ground, given });
          if (reply.ok) given.push(reply.value);
        }
        const givers = new Set(given.map(({ giver }) => giver));
        expect(givers.size).toBe(given.length);
        for (const { holder } of given) {
          expect(givers).not.toContain(holder);
          expect(given.filter((proxy) => proxy.holder === holder).length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe("of a proxy and one's own ballot", () => {
  const byHolder = { member: "ada", by: "bruno", choice: "yes" };
  const own = { member: "ada", by: "ada", choice: "no" };

  test("one's own counts where the policy says so, whichever came first (I17)", () => {
    expect(countingBallots([byHolder, own], true)).toEqual([own]);
    expect(countingBallots([own, byHolder], true)).toEqual([own]);
  });

  test("the first counts where it does not", () => {
    expect(countingBallots([byHolder, own], false)).toEqual([byHolder]);
  });

  test("by the same hand the last counts, and one a member counts in any case (I1)", () => {
    const again = { ...own, choice: "yes" };
    expect(countingBallots([own, again], true)).toEqual([again]);
    expect(countingBallots([byHolder, own, again], false)).toHaveLength(1);
  });
});

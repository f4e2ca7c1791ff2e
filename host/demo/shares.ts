import { demoBookNews } from "#schema/demo/members.ts";
import { type DemoPeople, named, type Stage, type Told } from "./stage.ts";
import { comeIn } from "./voters.ts";

/**
 * What happens in the members' book shortly before the demo is looked at: shares that are taken in
 * instalments, shares for somebody else, an instalment that is demanded, a suspension and its
 * answer.
 */
export async function keepBook(
  stage: Stage,
  { client }: Pick<Told, "client">,
  people: DemoPeople,
): Promise<void> {
  const { takesShares, givesShares, isAskedToPay, isSuspended } = demoBookNews;
  const enter = (member: string, entry: object) =>
    client.write("POST", `/members/${named(people.members, member)}/entries`, entry);

  const taker = await comeIn(stage, people, takesShares.member);
  const { shares, instalments } = takesShares;
  const asked = { shares, instalments };
  await taker.client.write("POST", `/members/${taker.memberId}/subscriptions`, asked);

  const giver = await comeIn(stage, people, givesShares.member);
  const path = `/members/${named(people.members, givesShares.to)}`;
  const { bookNo } = await client.get<{ readonly bookNo: number }>(path);
  const given = { toBookNo: bookNo, shares: givesShares.shares };
  await giver.client.write("POST", `/members/${giver.memberId}/transfers`, given);

  await enter(isAskedToPay.member, { kind: "payment-demanded", words: isAskedToPay.words });
  const { ground, words, reply } = isSuspended;
  await enter(isSuspended.member, { kind: "suspended", ground, words });
  const suspended = await comeIn(stage, people, isSuspended.member);
  const answer = { kind: "replied", words: reply };
  await suspended.client.write("POST", `/members/${suspended.memberId}/requests`, answer);
}

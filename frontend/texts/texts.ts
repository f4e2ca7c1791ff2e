import { access as accessEn } from "#frontend/texts/en/access.ts";
import { assemblies as assembliesEn } from "#frontend/texts/en/assemblies.ts";
import { basket as basketEn } from "#frontend/texts/en/basket.ts";
import { catalogue as catalogueEn } from "#frontend/texts/en/catalogue.ts";
import { checkout as checkoutEn } from "#frontend/texts/en/checkout.ts";
import { frame as frameEn } from "#frontend/texts/en/frame.ts";
import { groups as groupsEn } from "#frontend/texts/en/groups.ts";
import { lost as lostEn } from "#frontend/texts/en/lost.ts";
import { member as memberEn } from "#frontend/texts/en/member.ts";
import { office as officeEn } from "#frontend/texts/en/office.ts";
import { order as orderEn } from "#frontend/texts/en/order.ts";
import { permits as permitsEn } from "#frontend/texts/en/permits.ts";
import { planning as planningEn } from "#frontend/texts/en/planning.ts";
import { privacy as privacyEn } from "#frontend/texts/en/privacy.ts";
import { producers as producersEn } from "#frontend/texts/en/producers.ts";
import { members as membersEn } from "#frontend/texts/en/members.ts";
import { problems as problemsEn } from "#frontend/texts/en/problems.ts";
import { refusals as refusalsEn } from "#frontend/texts/en/refusals.ts";
import { rules as rulesEn } from "#frontend/texts/en/rules.ts";
import { courier as courierEn } from "#frontend/texts/en/courier.ts";
import { rounds as roundsEn } from "#frontend/texts/en/rounds.ts";
import { shop as shopEn } from "#frontend/texts/en/shop.ts";
import { standing as standingEn } from "#frontend/texts/en/standing.ts";
import { transparency as transparencyEn } from "#frontend/texts/en/transparency.ts";
import { legal as legalEn } from "#frontend/texts/en/legal.ts";
import { photos as photosEn } from "#frontend/texts/en/photos.ts";
import { policies as policiesEn } from "#frontend/texts/en/policies.ts";
import { proposals as proposalsEn } from "#frontend/texts/en/proposals.ts";
import { votes as votesEn } from "#frontend/texts/en/votes.ts";
import type { AccessTexts } from "#frontend/texts/it/access.ts";
import { access as accessIt } from "#frontend/texts/it/access.ts";
import type { AssembliesTexts } from "#frontend/texts/it/assemblies.ts";
import { assemblies as assembliesIt } from "#frontend/texts/it/assemblies.ts";
import type { BasketTexts } from "#frontend/texts/it/basket.ts";
import { basket as basketIt } from "#frontend/texts/it/basket.ts";
import type { CatalogueTexts } from "#frontend/texts/it/catalogue.ts";
import { catalogue as catalogueIt } from "#frontend/texts/it/catalogue.ts";
import type { CheckoutTexts } from "#frontend/texts/it/checkout.ts";
import { checkout as checkoutIt } from "#frontend/texts/it/checkout.ts";
import type { FrameTexts } from "#frontend/texts/it/frame.ts";
import { frame as frameIt } from "#frontend/texts/it/frame.ts";
import type { GroupTexts } from "#frontend/texts/it/groups.ts";
import { groups as groupsIt } from "#frontend/texts/it/groups.ts";
import type { LostTexts } from "#frontend/texts/it/lost.ts";
import { lost as lostIt } from "#frontend/texts/it/lost.ts";
import type { MemberTexts } from "#frontend/texts/it/member.ts";
import { member as memberIt } from "#frontend/texts/it/member.ts";
import type { OfficeTexts } from "#frontend/texts/it/office.ts";
import { office as officeIt } from "#frontend/texts/it/office.ts";
import type { OrderTexts } from "#frontend/texts/it/order.ts";
import { order as orderIt } from "#frontend/texts/it/order.ts";
import type { PermitsTexts } from "#frontend/texts/it/permits.ts";
import { permits as permitsIt } from "#frontend/texts/it/permits.ts";
import type { PlanningTexts } from "#frontend/texts/it/planning.ts";
import { planning as planningIt } from "#frontend/texts/it/planning.ts";
import type { PrivacyTexts } from "#frontend/texts/it/privacy.ts";
import { privacy as privacyIt } from "#frontend/texts/it/privacy.ts";
import type { MemberBookTexts } from "#frontend/texts/it/members.ts";
import { members as membersIt } from "#frontend/texts/it/members.ts";
import type { ProblemTexts } from "#frontend/texts/it/problems.ts";
import { problems as problemsIt } from "#frontend/texts/it/problems.ts";
import type { ProducersTexts } from "#frontend/texts/it/producers.ts";
import { producers as producersIt } from "#frontend/texts/it/producers.ts";
import type { RefusalTexts } from "#frontend/texts/it/refusals.ts";
import { refusals as refusalsIt } from "#frontend/texts/it/refusals.ts";
import type { RulesTexts } from "#frontend/texts/it/rules.ts";
import { rules as rulesIt } from "#frontend/texts/it/rules.ts";
import type { CourierTexts } from "#frontend/texts/it/courier.ts";
import { courier as courierIt } from "#frontend/texts/it/courier.ts";
import type { RoundTexts } from "#frontend/texts/it/rounds.ts";
import { rounds as roundsIt } from "#frontend/texts/it/rounds.ts";
import type { ShopTexts } from "#frontend/texts/it/shop.ts";
import { shop as shopIt } from "#frontend/texts/it/shop.ts";
import type { StandingTexts } from "#frontend/texts/it/standing.ts";
import { standing as standingIt } from "#frontend/texts/it/standing.ts";
import type { TransparencyTexts } from "#frontend/texts/it/transparency.ts";
import { transparency as transparencyIt } from "#frontend/texts/it/transparency.ts";
import type { LegalTexts } from "#frontend/texts/it/legal.ts";
import { legal as legalIt } from "#frontend/texts/it/legal.ts";
import type { PhotoTexts } from "#frontend/texts/it/photos.ts";
import { photos as photosIt } from "#frontend/texts/it/photos.ts";
import type { PoliciesTexts } from "#frontend/texts/it/policies.ts";
import { policies as policiesIt } from "#frontend/texts/it/policies.ts";
import type { ProposalTexts } from "#frontend/texts/it/proposals.ts";
import { proposals as proposalsIt } from "#frontend/texts/it/proposals.ts";
import type { VoteTexts } from "#frontend/texts/it/votes.ts";
import { votes as votesIt } from "#frontend/texts/it/votes.ts";
import type { Format, Lang } from "./format.ts";
import { formatFor } from "./format.ts";

/** Everything a page needs to speak a language: its words by area, and how it writes figures. */
export interface Texts {
  readonly lang: Lang;
  readonly format: Format;
  readonly access: AccessTexts;
  readonly assemblies: AssembliesTexts;
  readonly basket: BasketTexts;
  readonly catalogue: CatalogueTexts;
  readonly checkout: CheckoutTexts;
  readonly frame: FrameTexts;
  readonly groups: GroupTexts;
  readonly lost: LostTexts;
  readonly member: MemberTexts;
  readonly office: OfficeTexts;
  readonly order: OrderTexts;
  readonly permits: PermitsTexts;
  readonly planning: PlanningTexts;
  readonly privacy: PrivacyTexts;
  readonly members: MemberBookTexts;
  readonly problems: ProblemTexts;
  readonly producers: ProducersTexts;
  readonly refusals: RefusalTexts;
  readonly rules: RulesTexts;
  readonly courier: CourierTexts;
  readonly rounds: RoundTexts;
  readonly shop: ShopTexts;
  readonly photos: PhotoTexts;
  readonly legal: LegalTexts;
  readonly standing: StandingTexts;
  readonly transparency: TransparencyTexts;
  readonly policies: PoliciesTexts;
  readonly proposals: ProposalTexts;
  readonly votes: VoteTexts;
}

const texts: Readonly<Record<Lang, Texts>> = {
  it: {
    lang: "it",
    format: formatFor("it"),
    access: accessIt,
    assemblies: assembliesIt,
    basket: basketIt,
    catalogue: catalogueIt,
    checkout: checkoutIt,
    frame: frameIt,
    groups: groupsIt,
    lost: lostIt,
    member: memberIt,
    office: officeIt,
    order: orderIt,
    permits: permitsIt,
    planning: planningIt,
    privacy: privacyIt,
    members: membersIt,
    problems: problemsIt,
    producers: producersIt,
    refusals: refusalsIt,
    rules: rulesIt,
    courier: courierIt,
    rounds: roundsIt,
    shop: shopIt,
    photos: photosIt,
    legal: legalIt,
    standing: standingIt,
    transparency: transparencyIt,
    policies: policiesIt,
    proposals: proposalsIt,
    votes: votesIt,
  },
  en: {
    lang: "en",
    format: formatFor("en"),
    access: accessEn,
    assemblies: assembliesEn,
    basket: basketEn,
    catalogue: catalogueEn,
    checkout: checkoutEn,
    frame: frameEn,
    groups: groupsEn,
    lost: lostEn,
    member: memberEn,
    office: officeEn,
    order: orderEn,
    permits: permitsEn,
    planning: planningEn,
    privacy: privacyEn,
    members: membersEn,
    problems: problemsEn,
    producers: producersEn,
    refusals: refusalsEn,
    rules: rulesEn,
    courier: courierEn,
    rounds: roundsEn,
    shop: shopEn,
    photos: photosEn,
    legal: legalEn,
    standing: standingEn,
    transparency: transparencyEn,
    policies: policiesEn,
    proposals: proposalsEn,
    votes: votesEn,
  },
};

export function textsFor(lang: Lang): Texts {
  return texts[lang];
}

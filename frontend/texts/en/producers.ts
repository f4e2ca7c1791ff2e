import { formatFor } from "#frontend/texts/format.ts";
import type { ProducersTexts } from "#frontend/texts/it/producers.ts";

const { plural } = formatFor("en");

export const producers: ProducersTexts = {
  now: (products) => `${products} this week`,
  nothingNow: "Brings nothing this week",
  noPractice: "No certificate in force",
  list: {
    title: "Producers",
    description:
      "The farms and workshops of the network: where they are, what they bring this week, who vouches for their work.",
    found: (howMany) => `${howMany} in the network`,
    filters: "Choose among the producers",
    apply: "Show producers",
    clear: "Remove filters",
    noneTitle: "No producer like that",
    noneWhy: "Nobody is left with these filters. Remove one, or look at all of them.",
    nobodyWhy: "The network has no producers yet. The first ones appear here as soon as they join.",
  },
  joining: {
    title: "Selling with the network",
    steps: (kept, fee) => [
      {
        what: "You set the price",
        how: `You keep ${kept} of every price, VAT included. The other ${fee} pays for the round, the store and the work done in common.`,
      },
      {
        what: "You know how much to prepare",
        how: "When the week closes you get one order, added up: nothing is left unsold.",
      },
      {
        what: "You bring everything to one place",
        how: "The network packs the crates, and one shared round delivers them.",
      },
      {
        what: "Written rules, the same for all",
        how: "The fee and the other rules have a date and a history, and hold for every producer.",
      },
    ],
    ask: "Say who you are, where you grow or make things, and what you would bring: a person will answer.",
    write: "Write to the network",
  },
  page: {
    description: (name, town) =>
      `${name}, ${town}: its story in three facts, where it is, who certifies it, what it sells this week.`,
    story: "The story in three facts",
    since: (day) => `In the network since ${day}.`,
    sameDay: "Can be ordered even for the same day.",
    lead: (days) =>
      plural(days, {
        one: "Has to know the order # day before delivery.",
        other: "Has to know the order # days before delivery.",
      }),
    onShelf: "On the shelf now",
    wasOnShelf: "On the shelf last week",
    all: (products) => `All: ${products}`,
    onTheShelf: "See them on the shelf",
    nothing: "It brings nothing this week. When it comes back, its products are here.",
    from: "A",
    to: "B",
    far: (distance, point) => `${distance} from ${point}`,
    straight: "As the crow flies.",
    mapLabel: (name, town, distance, point) =>
      `Schematic map: ${name}, ${town}, is ${distance} from ${point}`,
    choose: "Where you collect",
    show: "Show",
    practices: "How it works, and who vouches for it",
    noCertificate:
      "No certificate in force. That is no judgement: it means that no body vouches for this producer today.",
    keptTitle: (sum) => `Of ${sum} you spend`,
    keptWhy: "VAT included, which it pays to the State",
  },
};

import type { AssemblyRefusalTexts } from "#frontend/texts/it/assembly-refusals.ts";

export const assemblyRefusals: AssemblyRefusalTexts = {
  "general-without-delegates": () =>
    "A separate assembly elects delegates to a general one that says how many (art. 2540 Italian civil code).",
  "agenda-empty": () => "The agenda is empty: write what is to be decided.",
  "assembly-too-soon": ({ days }) =>
    `The convocation goes out at least ${days} days before (art. 2366 Italian civil code).`,
  "second-call-misplaced": ({ most }) =>
    `The second call is on another day, within ${most} days of the first (art. 2369 Italian civil code).`,
  "assembly-elsewhere": () => "This cannot be done at this point of the assembly.",
  "not-of-the-assembly": () => "They cannot take part: not a member who may vote, or not there.",
  "present-already": () => "They are there already.",
  "holder-not-there": () => "Who stands for others takes part in person.",
  "too-few-present": ({ present, needed }) => `There are ${present} of you: ${needed} are needed.`,
  "assembly-changed": () => "Somebody else changed it meanwhile: read it again and retry.",
  "minutes-changed": () => "The minutes changed meanwhile: read them again and retry.",
  "minutes-sealed": () => "The minutes are sealed: they change no more.",
  "not-electable": () => "Only a member who may vote can be elected.",
  "term-too-long": ({ most }) =>
    `A term lasts ${most} years at most (art. 2542 Italian civil code).`,
  "office-held": () => "They hold this office already in that time.",
  "term-ended": () => "This term is over already, or had not begun.",
};

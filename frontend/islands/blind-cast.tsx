import { type Signal, useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Method } from "#domain/governance/policy/policy.ts";
import { type BlindVote, castWith, takeToken } from "./blind-vote.ts";
import { inFours } from "./draw-tracker.ts";
import { island } from "./island.tsx";
import { type Kept, keptOf } from "./token-drawer.ts";
import { announce } from "./wake.ts";

/** What is said of a step that did not come off, by its code. */
type Faults = Readonly<Record<string, string>> & { readonly failed: string };

export interface BlindCastProps {
  readonly proposalId: string;
  readonly callNumber: number;
  readonly method: Method;
  readonly say: {
    readonly take: string;
    readonly takeWhy: string;
    readonly taking: string;
    readonly held: string;
    readonly wait: string;
    readonly cast: string;
    readonly casting: string;
    readonly elsewhere: string;
    readonly inBox: string;
    readonly tracker: string;
    readonly keepIt: string;
    readonly faults: Faults;
  };
}

/** Somebody whose vote it is, as the page marked them. */
interface Voter {
  readonly memberId: string;
  readonly byMemberId: string;
  /** The token of their vote was given, to this browser or to another one. */
  readonly isGiven: boolean;
}

const NOBODY: Voter = { memberId: "", byMemberId: "", isGiven: false };

/**
 * Casts a blind vote in two acts: the token is taken as a member, the ballot is cast as nobody.
 * What the boxes of the page say leaves it with the second only. The server writes nothing here:
 * where no script runs, the page says what else can be done.
 */
export const BlindCast = island("blind-cast", (props: BlindCastProps) => {
  const { say } = props;
  const voter = useSignal(NOBODY);
  const kept = useSignal<Kept | null>(null);
  const busy = useSignal("");
  const fault = useSignal("");
  useEffect(() => {
    const look = () => {
      voter.value = chosenVoter();
      kept.value = keptOf(props, voter.value.memberId);
      fault.value = "";
      showBoxes(kept.value);
    };
    look();
    sheet()?.addEventListener("change", look);
    return () => sheet()?.removeEventListener("change", look);
  }, []);
  const act = stepping({ busy, fault, kept }, say.faults);
  const vote = (): BlindVote => ({ ...props, ...voter.value, tokenKey: keyOfVote() });
  return (
    <div class="stack">
      <p role="alert">{fault.value}</p>
      <Step
        say={say}
        kept={kept.value}
        isGiven={voter.value.isGiven}
        busy={busy.value}
        take={() => void act(say.taking, say.held, () => takeToken(vote(), kept.value))}
        cast={() => void act(say.casting, say.inBox, () => castWith(vote(), kept.value, boxes()))}
      />
    </div>
  );
});

interface Shown {
  readonly busy: Signal<string>;
  readonly fault: Signal<string>;
  readonly kept: Signal<Kept | null>;
}

/** Does one thing at a time, and says what came of it. */
function stepping({ busy, fault, kept }: Shown, faults: Faults) {
  return async (doing: string, done: string, step: () => Promise<Kept | string>) => {
    if (busy.value !== "") return;
    [busy.value, fault.value] = [doing, ""];
    announce(doing);
    const came = await step();
    busy.value = "";
    if (typeof came === "string") {
      fault.value = faults[came] ?? faults.failed;
      return;
    }
    kept.value = came;
    showBoxes(came);
    announce(done);
  };
}

interface StepProps {
  readonly say: BlindCastProps["say"];
  readonly kept: Kept | null;
  readonly isGiven: boolean;
  readonly busy: string;
  readonly take: () => void;
  readonly cast: () => void;
}

function Step({ say, kept, isGiven, busy, take, cast }: StepProps): VNode {
  if (kept?.state === "cast") {
    return (
      <div class="tracker">
        <p>
          <strong>{say.inBox}</strong>
        </p>
        <p class="small">{say.tracker}</p>
        <p class="digest">{inFours(kept.tracker)}</p>
        <p class="small">{say.keepIt}</p>
      </div>
    );
  }
  if (kept?.state === "held") {
    return (
      <>
        <p>{say.held}</p>
        <p class="small">{say.wait}</p>
        <Press act="cast-blind" label={busy === "" ? say.cast : busy} busy={busy} press={cast} />
      </>
    );
  }
  if (isGiven && kept === null) return <p>{say.elsewhere}</p>;
  return (
    <>
      <p class="small">{say.takeWhy}</p>
      <Press act="take-token" label={busy === "" ? say.take : busy} busy={busy} press={take} />
    </>
  );
}

interface PressProps {
  readonly act: string;
  readonly label: string;
  readonly busy: string;
  readonly press: () => void;
}

function Press({ act, label, busy, press }: PressProps) {
  return (
    <button
      class="button strong tall wide"
      type="button"
      disabled={busy !== ""}
      data-act={act}
      onClick={press}
    >
      {label}
    </button>
  );
}

function sheet(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-blind-ballot]");
}

function keyOfVote(): string {
  return sheet()?.dataset["blindBallot"] ?? "";
}

/** The box that is marked among those of the members for whom somebody votes. */
function chosenVoter(): Voter {
  const all = [...(sheet()?.querySelectorAll<HTMLInputElement>("[name=member]") ?? [])];
  const box = all.find(({ type, checked }) => type === "hidden" || checked);
  const [memberId = "", byMemberId = memberId] = (box?.value ?? "").split(".");
  const given = (sheet()?.dataset["given"] ?? "").split(" ");
  return { memberId, byMemberId, isGiven: given.includes(memberId) };
}

/** What the boxes say, as a form would send it. */
function boxes(): URLSearchParams {
  const said = new URLSearchParams();
  const all = sheet()?.querySelectorAll<HTMLInputElement>("input, select, textarea") ?? [];
  for (const box of all) {
    const isMark = box.type === "radio" || box.type === "checkbox";
    if (box.name !== "" && (!isMark || box.checked)) said.append(box.name, box.value);
  }
  return said;
}

/** Once the ballot is in the box, nothing is left to choose. */
function showBoxes(kept: Kept | null): void {
  const choices = sheet()?.querySelector<HTMLElement>("[data-choices]");
  if (choices !== null && choices !== undefined) choices.hidden = kept?.state === "cast";
}

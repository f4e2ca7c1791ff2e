import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { island } from "./island.tsx";

interface SecretTrackerProps {
  readonly label: string;
  readonly why: string;
  /** Shown until there is one. */
  readonly waits: string;
}

/** Crockford's base 32: nothing in it is taken for something else when it is read aloud. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
/** 130 bits: nobody guesses one, and no two are alike. */
const LENGTH = 26;

/**
 * The name of a secret ballot. It is drawn here and nowhere else, so that whoever counts learns it
 * together with the ballot and with nothing else.
 */
export const SecretTracker = island("secret-tracker", (props: SecretTrackerProps) => {
  const { label, why, waits } = props;
  const tracker = useSignal("");
  useEffect(() => {
    tracker.value = drawTracker();
  }, []);
  return (
    <div class="tracker">
      <p class="small">{label}</p>
      <p class="digest">{tracker.value === "" ? waits : inFours(tracker.value)}</p>
      <p class="small">{why}</p>
      <input type="hidden" name="tracker" value={tracker.value} />
    </div>
  );
});

function drawTracker(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}

function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

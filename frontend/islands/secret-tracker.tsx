import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { drawTracker, inFours } from "./draw-tracker.ts";
import { island } from "./island.tsx";

interface SecretTrackerProps {
  readonly label: string;
  readonly why: string;
  /** Shown until there is one. */
  readonly waits: string;
}

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

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { island } from "./island.tsx";
import { announce } from "./wake.ts";

interface CopyLinkProps {
  /** Unique in the page. */
  readonly field: string;
  /** The link; one of this site may be a path. */
  readonly href: string;
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
}

/** A link to send to others. Without scripts it stands there to be copied; with, a button does. */
export const CopyLink = island("copy-link", (props: CopyLinkProps) => {
  const { field, href, label, copy, copied } = props;
  const shown = useSignal(href);
  const may = useSignal(false);
  useEffect(() => {
    shown.value = new URL(href, location.href).href;
    // Absent where a page comes in the clear.
    may.value = "clipboard" in navigator;
  }, [href]);
  const take = async () => {
    await navigator.clipboard.writeText(shown.value);
    announce(copied);
  };
  return (
    <div class="search">
      <div class="field">
        <label for={field}>{label}</label>
        <input class="input" id={field} value={shown.value} readOnly data-act="link" />
      </div>
      <button
        class="button"
        type="button"
        hidden={!may.value}
        data-act="copy-link"
        onClick={() => void take()}
      >
        {copy}
      </button>
    </div>
  );
});

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { island } from "./island.tsx";
import { shrinkPhoto } from "./shrink-photo.ts";
import { announce } from "./wake.ts";

interface PhotoBoxProps {
  /** The id of the box that takes the file. */
  readonly field: string;
  /** What the server takes at most. */
  readonly mostBytes: number;
  /** Said when a photo was made smaller, and when it only became a JPEG; `#` is what it is now. */
  readonly smaller: string;
  readonly converted: string;
}

/** Kinds that can be chosen where a script turns them into what the server takes. */
const CHOSEN = "image/jpeg,image/webp,image/png";

/**
 * Makes a photo small before it is sent, in the box that it was chosen in: the form stays the
 * browser's own. What cannot be read here goes as it is, and the server says what is wrong with it.
 */
export const PhotoBox = island("photo-box", (props: PhotoBoxProps) => {
  const said = useSignal("");
  useEffect(() => {
    const box = document.querySelector<HTMLInputElement>(`input#${CSS.escape(props.field)}`);
    if (box === null) return undefined;
    return watchBox(box, props, (words) => {
      said.value = words;
      if (words !== "") announce(words);
    });
  }, []);
  return (
    <p class="small" hidden={said.value === ""}>
      {said.value}
    </p>
  );
});

/** @returns what ends it */
function watchBox(box: HTMLInputElement, props: PhotoBoxProps, say: (words: string) => void) {
  let working: Promise<void> | null = null;
  const take = () => {
    say("");
    const mine = replace(box, props, say).finally(() => {
      if (working === mine) working = null;
    });
    working = mine;
  };
  const hold = (event: SubmitEvent) => {
    if (working === null) return;
    // Sent before it was small: the form waits for it.
    event.preventDefault();
    const { submitter } = event;
    void working.finally(() => box.form?.requestSubmit(submitter));
  };
  box.accept = CHOSEN;
  box.addEventListener("change", take);
  box.form?.addEventListener("submit", hold);
  // Whoever was quicker than this script has chosen already.
  if (box.files?.length === 1) take();
  return () => {
    box.removeEventListener("change", take);
    box.form?.removeEventListener("submit", hold);
  };
}

/** Puts a small photo in the place of the one that was chosen, unless another one was meanwhile. */
async function replace(box: HTMLInputElement, props: PhotoBoxProps, say: (words: string) => void) {
  const chosen = box.files?.[0];
  if (chosen === undefined) return;
  const shrunk = await shrinkPhoto(chosen, props.mostBytes);
  if (shrunk === null || box.files?.[0] !== chosen) return;
  const { file, width, height, isSmaller } = shrunk;
  const held = new DataTransfer();
  held.items.add(file);
  box.files = held.files;
  const now = `${width} × ${height}, ${Math.ceil(file.size / 1000)}\u00a0kB`;
  say((isSmaller ? props.smaller : props.converted).replace("#", now));
}

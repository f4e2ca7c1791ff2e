import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/**
 * Forms that a passkey answers (`frontend/ui/passkey-form.tsx`). The page brings what is to be
 * signed; here the authenticator is asked, its answer is put into the form, and the form is sent
 * like any other. Without this script, or without WebAuthn, the page says what else can be done.
 */

/** What may have to be said instead: the page holds a sentence for each. */
type Said = "unavailable" | "cancelled" | "known" | "elsewhere" | "failed";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) prepare(form);

function prepare(form: HTMLFormElement): void {
  show(form, "without", false);
  if (!browserSupportsWebAuthn()) {
    for (const part of form.querySelectorAll<HTMLElement>("[data-scripted]")) part.hidden = true;
    say(form, "unavailable");
    return;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // A challenge that is too old would be refused: sent unanswered, the form comes back new.
    if (performance.now() > Number(form.dataset["lasts"])) form.submit();
    else void ask(form);
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  say(form, null);
  busy(form, true);
  try {
    const answer = await answerTo(form);
    const field = form.querySelector<HTMLInputElement>("[data-answer]");
    if (field !== null) field.value = answer;
    form.submit();
  } catch (error) {
    busy(form, false);
    say(form, whyNot(error));
  }
}

async function answerTo(form: HTMLFormElement): Promise<string> {
  const asked: unknown = JSON.parse(form.dataset["asked"] ?? "{}");
  if (form.dataset["passkey"] === "enrol") {
    const optionsJSON = asked as PublicKeyCredentialCreationOptionsJSON;
    return JSON.stringify(await startRegistration({ optionsJSON }));
  }
  const optionsJSON = asked as PublicKeyCredentialRequestOptionsJSON;
  return base64url(JSON.stringify(await startAuthentication({ optionsJSON })));
}

/** The answer is ASCII throughout: its parts are base64url already. */
function base64url(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Browsers tell little on purpose: "not allowed" is a cancel, a timeout, or no passkey here. */
function whyNot(error: unknown): Said {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  if (name === "InvalidStateError") return "known";
  return name === "SecurityError" ? "elsewhere" : "failed";
}

function say(form: HTMLFormElement, said: Said | null): void {
  for (const one of form.querySelectorAll<HTMLElement>("[data-when]")) {
    one.hidden = one.dataset["when"] !== said;
  }
}

function show(form: HTMLFormElement, when: string, isShown: boolean): void {
  const part = form.querySelector<HTMLElement>(`[data-when="${when}"]`);
  if (part !== null) part.hidden = !isShown;
}

function busy(form: HTMLFormElement, isBusy: boolean): void {
  for (const button of form.querySelectorAll("button")) button.disabled = isBusy;
}

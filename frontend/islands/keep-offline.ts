/** Lets the browser keep the page that says that there is no network; where it may not, it does. */
export async function keepOffline(): Promise<void> {
  try {
    await navigator.serviceWorker.register("/sw.js");
  } catch {
    // In the clear, in a private window, or where a reader forbids it, there is none: pages do
    // all the same.
  }
}

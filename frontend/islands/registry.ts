import type { FunctionComponent } from "preact";

/**
 * Every island by name, each loaded by itself when a page has it. What it draws is given its props
 * from the page's own data block, which the server wrote from the same type.
 */
export const islands: Readonly<Record<string, () => Promise<FunctionComponent<never>>>> = {
  "blind-cast": async () => (await import("./blind-cast.tsx")).BlindCast.draw,
  "closing-time": async () => (await import("./closing-time.tsx")).ClosingTime.draw,
  "copy-link": async () => (await import("./copy-link.tsx")).CopyLink.draw,
  "live-meter": async () => (await import("./live-meter.tsx")).LiveMeter.draw,
  "photo-box": async () => (await import("./photo-box.tsx")).PhotoBox.draw,
  "plan-here": async () => (await import("./plan-here.tsx")).PlanHere.draw,
  "plan-progress": async () => (await import("./plan-progress.tsx")).PlanProgress.draw,
  "quantity-form": async () => (await import("./quantity-form.tsx")).QuantityInPlace.draw,
  "quantity-stepper": async () => (await import("./quantity-stepper.tsx")).Stepper.draw,
  "rank-list": async () => (await import("./rank-list.tsx")).RankList.draw,
  "recount-here": async () => (await import("./recount-here.tsx")).RecountHere.draw,
  "search-suggestions": async () => (await import("./search-suggestions.tsx")).Suggestions.draw,
  "secret-tracker": async () => (await import("./secret-tracker.tsx")).SecretTracker.draw,
  "verify-file": async () => (await import("./verify-file.tsx")).VerifyFile.draw,
};

/** The status bar: how many findings the note has that one is in, or how the server does. */

import { setTooltip } from "obsidian";
import { described } from "./settings";
import type { State } from "./supervisor";

export function showStatus(element: HTMLElement, state: State, findings: number | null): void {
  const isWell = state.is === "running";
  element.setText(isWell ? `${findings ?? 0} ${findings === 1 ? "finding" : "findings"}` : `notelint: ${state.is}`);
  element.toggleClass("notelint-hidden", isWell && findings === null);
  setTooltip(element, described(state), { placement: "top" });
}

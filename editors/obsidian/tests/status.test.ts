import { expect, test } from "vitest";
import { showStatus } from "../src/status";
import type { State } from "../src/supervisor";

const RUNNING: State = { is: "running", version: "1" };

test.each<[State, number | null, string, boolean]>([
  [RUNNING, 1, "1 finding", false],
  [RUNNING, 3, "3 findings", false],
  [RUNNING, null, "0 findings", true],
  [{ is: "failed", why: "not found" }, null, "notelint: failed", false],
])("%o with %o findings", (state, findings, text, isHidden) => {
  const element = createDiv();
  showStatus(element, state, findings);
  expect([element.textContent, element.classList.contains("notelint-hidden")]).toEqual([text, isHidden]);
});

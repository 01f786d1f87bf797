import { expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import { findingCard } from "../src/finding_card";
import { finding, range } from "./support/places";

const FIX: CodeAction = { title: "write `fi` (safe)", isPreferred: true };
const ALLOW: CodeAction = { title: "allow" };

test("it says what is wrong, and offers what can be done once that is known", async () => {
  const choose = vi.fn();
  const related = { ...finding(range(0, 0, 1), "`b`", 1), relatedInformation: [{ message: "see `c`", location: { uri: "", range: range(0, 0, 1) } }] };
  const card = findingCard([finding(range(0, 0, 1), "`a` is wrong"), related], Promise.resolve([FIX, ALLOW]), choose);
  expect([...card.querySelectorAll(".notelint-message")].map(({ textContent }) => textContent)).toEqual(["a is wrong", "b"]);
  expect(card.querySelector(".notelint-error .notelint-related")?.textContent).toBe("see c");
  expect(card.querySelector(".notelint-rule")?.textContent).toBe("warning · some-rule");
  const buttons = await vi.waitFor(() => {
    const found = [...card.querySelectorAll("button")];
    expect(found.map(({ textContent }) => textContent)).toEqual(["write fi (safe)", "allow"]);
    return found;
  });
  expect(buttons.map(({ className }) => className)).toEqual(["mod-cta", ""]);
  buttons[1]?.click();
  expect(choose.mock.calls).toEqual([[ALLOW]]);
});

/** What is shown about findings under the pointer: what is wrong, and buttons for what can be done. */

import type { CodeAction, Diagnostic } from "vscode-languageserver-protocol";
import { showProse } from "./prose";
import { messageOf, ruleOf, severityOf } from "./finding";

export function findingCard(
  findings: Diagnostic[],
  actions: Promise<CodeAction[]>,
  choose: (action: CodeAction) => void,
): HTMLElement {
  const card = createDiv({ cls: "notelint-card" });
  for (const finding of findings) showFinding(card.createDiv({ cls: "notelint-card-finding" }), finding);
  const buttons = card.createDiv({ cls: "notelint-card-actions" });
  void actions.then((offered) => offered.forEach((action) => showAction(buttons, action, choose)));
  return card;
}

function showFinding(element: HTMLElement, finding: Diagnostic): void {
  element.addClass(`notelint-${severityOf(finding).name}`);
  showProse(element.createDiv({ cls: "notelint-message" }), messageOf(finding));
  for (const { message } of finding.relatedInformation ?? []) {
    showProse(element.createDiv({ cls: "notelint-related" }), message);
  }
  element.createDiv({ cls: "notelint-rule", text: `${severityOf(finding).name} · ${ruleOf(finding)}` });
}

function showAction(buttons: HTMLElement, action: CodeAction, choose: (action: CodeAction) => void): void {
  const button = buttons.createEl("button");
  button.toggleClass("mod-cta", action.isPreferred === true);
  showProse(button, action.title);
  button.addEventListener("click", () => choose(action));
}

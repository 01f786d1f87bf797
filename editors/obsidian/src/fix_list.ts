/** A list to choose from: what can be done about findings. */

import { SuggestModal, type App } from "obsidian";
import type { CodeAction, Diagnostic } from "vscode-languageserver-protocol";
import { messageOf } from "./finding";
import { showProse } from "./prose";

export class FixList extends SuggestModal<CodeAction> {
  constructor(
    app: App,
    found: Diagnostic[],
    private readonly offered: CodeAction[],
    private readonly choose: (action: CodeAction) => void,
  ) {
    super(app);
    this.setPlaceholder(found.map(messageOf).join(" · ").replaceAll("`", "") || "Choose what to do");
  }

  override getSuggestions(query: string): CodeAction[] {
    const words = query.toLowerCase().split(/\s+/);
    return this.offered.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  }

  override renderSuggestion(action: CodeAction, element: HTMLElement): void {
    showProse(element, action.title);
  }

  override onChooseSuggestion(action: CodeAction): void {
    this.choose(action);
  }
}

/** Ways to a finding: from the pane, or from one to the next in an editor. */

import type { EditorView } from "@codemirror/view";
import { MarkdownView, type App } from "obsidian";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { allMarks } from "./editor_marks";

/** Show a finding in its note, where the note is open already if it is; `state` says how. */
export async function showFinding(
  app: App,
  path: string,
  { range }: Diagnostic,
  state: { mode?: "source" } = {},
): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (file === null) return;
  const { workspace } = app;
  const shown = workspace.getLeavesOfType("markdown").find(({ view }) => view instanceof MarkdownView && view.file === file);
  const leaf = shown ?? workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state, eState: { line: range.start.line } });
  workspace.setActiveLeaf(leaf, { focus: true });
  if (!(leaf.view instanceof MarkdownView) || leaf.view.getMode() !== "source") return;
  const from = { line: range.start.line, ch: range.start.character };
  const to = { line: range.end.line, ch: range.end.character };
  leaf.view.editor.setSelection(from, to);
  leaf.view.editor.scrollIntoView({ from, to }, true);
}

/** Go to the finding after the cursor, or before it; behind the last one to the first. */
export function goToFinding(view: EditorView, isForward: boolean): void {
  const found = isForward ? allMarks(view.state) : allMarks(view.state).reverse();
  const { head } = view.state.selection.main;
  const next = found.find(({ from }) => (isForward ? from > head : from < head)) ?? found[0];
  if (next) view.dispatch({ selection: { anchor: next.from }, scrollIntoView: true });
}

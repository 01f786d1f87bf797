import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { editorMarks, setMarks } from "../src/editor_marks";
import { goToFinding, showFinding } from "../src/navigation";
import { App, MarkdownView } from "./stub/obsidian";
import { finding, range } from "./support/places";

const ITEM = finding(range(1, 1, 3));

function selected({ editor }: MarkdownView): string {
  const { state } = editor.cm;
  return state.sliceDoc(state.selection.main.from, state.selection.main.to);
}

test("a finding is shown in the editor that has its note, or in one that takes it", async () => {
  const app = new App("/v");
  for (const path of ["a.md", "b.md"]) app.vault.put(path, "one\ntwo");
  await showFinding(app as never, "a.md", ITEM);
  const [leaf] = app.workspace.getLeavesOfType("markdown");
  const view = leaf?.view as MarkdownView;
  expect([view.file?.path, selected(view)]).toEqual(["a.md", "wo"]);
  await showFinding(app as never, "b.md", ITEM);
  expect(view.file?.path).toBe("b.md");
  const other = app.workspace.getLeaf(true);
  const file = app.vault.getFileByPath("a.md");
  if (file) await other.openFile(file);
  await showFinding(app as never, "a.md", ITEM);
  expect([view.file?.path, selected(other.view as MarkdownView)]).toEqual(["b.md", "wo"]);
  await showFinding(app as never, "none.md", ITEM);
});

test("in a note that is read nothing is selected", async () => {
  const app = new App("/v");
  app.vault.put("a.md", "one\ntwo");
  await showFinding(app as never, "a.md", finding(range(0, 0, 0)));
  const view = app.workspace.getLeaf(false).view as MarkdownView;
  view.mode = "preview";
  await showFinding(app as never, "a.md", ITEM);
  expect(selected(view)).toBe("");
});

test("one goes from finding to finding, and round", () => {
  const extensions = editorMarks(() => document.createElement("div"));
  const view = new EditorView({ state: EditorState.create({ doc: "one two three", extensions }) });
  const go = (isForward: boolean): number => {
    goToFinding(view, isForward);
    return view.state.selection.main.head;
  };
  expect(go(true)).toBe(0);
  view.dispatch({ effects: setMarks.of([finding(range(0, 4, 7)), finding(range(0, 8, 9))]) });
  expect([go(true), go(true), go(true), go(false), go(false)]).toEqual([4, 8, 4, 8, 4]);
});

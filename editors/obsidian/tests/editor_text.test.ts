import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test, vi } from "vitest";
import { Documents } from "../src/documents";
import { editorMarks } from "../src/editor_marks";
import { Editors } from "../src/editor_text";
import { App, MarkdownView, editorInfoField } from "./stub/obsidian";
import { marked } from "./support/plugin";
import { finding, range } from "./support/places";

function workspace(notes: Record<string, string>) {
  const app = new App("/v");
  for (const [path, content] of Object.entries(notes)) app.vault.put(path, content);
  const listener = { opened: vi.fn(), changed: vi.fn(), closed: vi.fn() };
  const documents = new Documents(listener);
  const editors = new Editors(documents);
  app.workspace.extensions = [editors.extension, editorMarks(() => document.createElement("div"))];
  return { app, listener, documents, editors, show: (path: string, isNew = false) => show(app, path, isNew) };
}

async function show(app: App, path: string, isNew: boolean): Promise<MarkdownView> {
  const file = app.vault.getFileByPath(path);
  const leaf = app.workspace.getLeaf(isNew);
  if (file) await leaf.openFile(file);
  await new Promise((resolve) => window.setTimeout(resolve));
  if (!(leaf.view instanceof MarkdownView)) throw new Error("it shows no note");
  return leaf.view;
}

test("a note is told when it is shown, changed and left", async () => {
  const { listener, show } = workspace({ "a.md": "one", "b.md": "two" });
  const view = await show("a.md");
  view.editor.transaction({ changes: [{ from: { line: 0, ch: 3 }, text: "!" }] });
  await show("b.md");
  expect(listener.opened.mock.calls).toEqual([["a.md", 1, "one"], ["b.md", 3, "two"]]);
  expect(listener.changed.mock.calls).toEqual([["a.md", 2, [{ range: range(0, 3, 3), text: "!" }]]]);
  expect(listener.closed.mock.calls).toEqual([["a.md"]]);
});

test("what is typed at once is not lost", async () => {
  const { listener, app } = workspace({ "a.md": "one" });
  const shown = show(app, "a.md", false);
  const { view } = app.workspace.getLeaf(false);
  if (view instanceof MarkdownView) view.editor.transaction({ changes: [{ from: { line: 0, ch: 3 }, text: "!" }] });
  await shown;
  expect(listener.opened.mock.calls).toEqual([["a.md", 1, "one"]]);
  expect(listener.changed).toHaveBeenCalledOnce();
});

test("a note that is renamed is followed", async () => {
  const { app, listener, editors, show } = workspace({ "a.md": "one" });
  const view = await show("a.md");
  if (view.file) app.vault.rename(view.file, "b.md");
  editors.follow();
  expect(listener.closed.mock.calls).toEqual([["a.md"]]);
  expect(listener.opened.mock.calls.at(-1)).toEqual(["b.md", 2, "one"]);
  expect(editors.pathOf(view.editor.cm)).toBe("b.md");
});

test("while a note is shown to be read, the file counts", async () => {
  const { listener, editors, show } = workspace({ "a.md": "one" });
  const view = await show("a.md");
  view.mode = "preview";
  editors.follow();
  expect(listener.closed.mock.calls).toEqual([["a.md"]]);
  view.mode = "source";
  editors.follow();
  expect(listener.opened).toHaveBeenCalledTimes(2);
});

test("what is no note is left alone, and so are a cell of a table and a part in a canvas", async () => {
  const { listener, editors, show } = workspace({ "a.md": "one", "board.canvas": "{}" });
  const view = await show("a.md");
  await show("board.canvas", true);
  const info = (shown: unknown) => [editorInfoField.init(() => shown), editors.extension];
  const cell = new EditorView({ state: EditorState.create({ doc: "cell", extensions: info(view) }) });
  cell.dispatch({ changes: { from: 0, insert: "a " } }); // as Obsidian does before it stands in its table
  view.editor.cm.contentDOM.append(cell.dom);
  const card = new EditorView({ state: EditorState.create({ doc: "card", extensions: info({ file: view.file }) }) });
  const bare = new EditorView({ state: EditorState.create({ doc: "bare", extensions: editors.extension }) });
  await new Promise((resolve) => window.setTimeout(resolve));
  expect(listener.opened.mock.calls).toEqual([["a.md", 1, "one"]]);
  for (const other of [cell, card, bare]) other.destroy();
  expect(listener.closed).not.toHaveBeenCalled();
});

test("every editor of a note is marked, and none of another text", async () => {
  const { editors, show } = workspace({ "a.md": "one", "b.md": "one" });
  const [one, same, other] = [await show("a.md"), await show("a.md", true), await show("b.md", true)];
  editors.mark("a.md", [finding(range(0, 0, 3))]);
  expect([one, same, other].map(({ editor }) => marked(editor.cm))).toEqual([["one"], ["one"], []]);
  one.editor.transaction({ changes: [{ from: { line: 0, ch: 0 }, text: "x " }] });
  editors.mark("a.md", [finding(range(0, 0, 1))]);
  expect([one, same].map(({ editor }) => marked(editor.cm))).toEqual([["x"], ["one"]]);
  editors.mark("none.md", []);
});

test("the view of an editor is known while it is there", async () => {
  const { app, editors, show } = workspace({ "a.md": "one" });
  const { editor } = await show("a.md");
  expect(editors.viewOf(editor as never)).toBe(editor.cm);
  app.workspace.getLeaf(false).detach();
  expect(editors.viewOf(editor as never)).toBeNull();
  expect(editors.pathOf(editor.cm)).toBeNull();
});

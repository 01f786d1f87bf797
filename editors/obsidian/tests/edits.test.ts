import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import { Addresses } from "../src/addresses";
import { Documents } from "../src/documents";
import { applyToFile, Edits } from "../src/edits";
import { App, MarkdownView } from "./stub/obsidian";
import { range } from "./support/places";

const NOTE = "one two\r\nthree\r\n";

function vault() {
  const app = new App("/v");
  app.vault.put("a.md", NOTE);
  app.vault.put("b.md", "bee\n");
  const documents = new Documents({ opened: () => undefined, changed: () => undefined, closed: () => undefined });
  const edits = new Edits(app as never, new Addresses("/v"), documents);
  const content = (path: string): string | undefined => app.vault.files.get(path)?.content;
  return { app, documents, edits, content };
}

async function shown({ app, documents }: ReturnType<typeof vault>, path: string): Promise<MarkdownView> {
  const file = app.vault.getFileByPath(path);
  const leaf = app.workspace.getLeaf(true);
  if (file) await leaf.openFile(file);
  if (!(leaf.view instanceof MarkdownView)) throw new Error("it shows no note");
  documents.enter(path, leaf.view.editor.cm.state.doc);
  return leaf.view;
}

function edit(path: string, version: number | null = null): WorkspaceEdit {
  const edits = [
    { range: range(0, 4, 7), newText: "2" },
    { range: range(0, 0, 3), newText: "1" },
  ];
  return { documentChanges: [{ textDocument: { uri: `file:///v/${path}`, version }, edits }] };
}

test("in an editor all edits of a note are one step, which can be undone", async () => {
  const desk = vault();
  const view = await shown(desk, "a.md");
  await desk.edits.apply(edit("a.md", desk.documents.version("a.md")));
  expect(view.editor.getValue()).toBe("1 2\nthree\n");
  view.editor.undo();
  expect(view.editor.getValue()).toBe("one two\nthree\n");
  expect(desk.content("a.md")).toBe(NOTE);
});

test("a note that no editor shows is edited through the vault, and the ends of its lines stay", async () => {
  const desk = vault();
  await desk.edits.apply(edit("a.md"));
  expect(desk.content("a.md")).toBe("1 2\r\nthree\r\n");
});

test("a note that is shown to be read is, too", async () => {
  const desk = vault();
  const view = await shown(desk, "a.md");
  view.mode = "preview";
  desk.documents.leave("a.md");
  await desk.edits.apply(edit("a.md"));
  expect(desk.content("a.md")).toBe("1 2\r\nthree\r\n");
});

test("of edits for another text none is made", async () => {
  const desk = vault();
  const view = await shown(desk, "a.md");
  const late = { documentChanges: [...(edit("b.md").documentChanges ?? []), ...(edit("a.md", 0).documentChanges ?? [])] };
  await expect(desk.edits.apply(late)).rejects.toThrow("“a” has changed meanwhile. Nothing was done.");
  expect([view.editor.getValue(), desk.content("b.md")]).toEqual(["one two\nthree\n", "bee\n"]);
});

test("no file is made, renamed or deleted, and none outside the vault edited", async () => {
  const { edits } = vault();
  const rename: WorkspaceEdit = { documentChanges: [{ kind: "rename", oldUri: "file:///v/a.md", newUri: "file:///v/c.md" }] };
  await expect(edits.apply(rename)).rejects.toThrow("Only texts");
  await expect(edits.apply(edit("../other.md"))).rejects.toThrow("no such note");
  await expect(edits.apply(edit("none.md"))).rejects.toThrow("no such note");
});

test("edits without versions are made, too", async () => {
  const desk = vault();
  await desk.edits.apply({ changes: { "file:///v/b.md": [{ range: range(0, 3, 3), newText: "!" }] } });
  expect(desk.content("b.md")).toBe("bee!\n");
});

test("insertions at one place stay in order", () => {
  const at = range(0, 1, 1);
  expect(applyToFile("ab", [{ range: at, newText: "1" }, { range: at, newText: "2" }])).toBe("a12b");
});

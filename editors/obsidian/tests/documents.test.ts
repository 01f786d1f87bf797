import { EditorState, Text, type ChangeSpec } from "@codemirror/state";
import { expect, test, vi } from "vitest";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { Documents } from "../src/documents";
import { offsetOf } from "../src/positions";

function followed() {
  const listener = { opened: vi.fn(), changed: vi.fn(), closed: vi.fn() };
  return { listener, documents: new Documents(listener) };
}

/** What the server makes of changes: each counts in what the one before left. */
function received(text: string, changes: TextDocumentContentChangeEvent[]): string {
  return changes.reduce((content, change) => {
    if (!("range" in change)) return change.text;
    const held = Text.of(content.split("\n"));
    const [from, to] = [offsetOf(held, change.range.start), offsetOf(held, change.range.end)];
    return content.slice(0, from) + change.text + content.slice(to);
  }, text);
}

test("a text is told once, however many editors show it", () => {
  const { documents, listener } = followed();
  const text = Text.of(["a", "b"]);
  documents.enter("n.md", text);
  documents.enter("n.md", text);
  expect(listener.opened.mock.calls).toEqual([["n.md", 1, "a\nb"]]);
  documents.leave("n.md");
  expect(listener.closed).not.toHaveBeenCalled();
  documents.leave("n.md");
  expect(listener.closed.mock.calls).toEqual([["n.md"]]);
  expect(documents.paths).toEqual([]);
  documents.enter("n.md", text);
  expect(documents.version("n.md")).toBe(2);
});

test.each<[string, ChangeSpec]>([
  ["typing", { from: 3, insert: "x" }],
  ["deleting over lines", { from: 1, to: 9 }],
  ["several places at once", [{ from: 0, insert: "🙂\n" }, { from: 4, to: 6, insert: "" }, { from: 11, insert: "end\n" }]],
])("%s is told as it is", (_, spec) => {
  const { documents, listener } = followed();
  const state = EditorState.create({ doc: "🙂ab\ncd\n\nefg" });
  documents.enter("n.md", state.doc);
  const { changes, newDoc } = state.update({ changes: spec });
  documents.change("n.md", state.doc, changes, newDoc);
  const [, version, told] = listener.changed.mock.calls[0] as [string, number, TextDocumentContentChangeEvent[]];
  expect(version).toBe(2);
  expect(told.every((change) => "range" in change)).toBe(true);
  expect(received(state.doc.toString(), told)).toBe(newDoc.toString());
});

test("of two editors that show a note one tells each change", () => {
  const { documents, listener } = followed();
  const [one, other] = [EditorState.create({ doc: "a" }), EditorState.create({ doc: "a" })];
  documents.enter("n.md", one.doc);
  documents.enter("n.md", other.doc);
  for (const state of [one, other]) {
    const { changes, newDoc } = state.update({ changes: { from: 1, insert: "b" } });
    documents.change("n.md", state.doc, changes, newDoc);
  }
  expect(listener.changed).toHaveBeenCalledTimes(1);
});

test("an editor that lags behind tells its whole text", () => {
  const { documents, listener } = followed();
  documents.enter("n.md", Text.of(["a"]));
  const state = EditorState.create({ doc: "other" });
  const { changes, newDoc } = state.update({ changes: { from: 5, insert: "!" } });
  documents.change("n.md", state.doc, changes, newDoc);
  expect(listener.changed.mock.calls[0]).toEqual(["n.md", 2, [{ text: "other!" }]]);
});

test("a server that knows nothing is told all, as it is by now", () => {
  const { documents, listener } = followed();
  const state = EditorState.create({ doc: "a" });
  documents.enter("n.md", state.doc);
  const { changes, newDoc } = state.update({ changes: { from: 1, insert: "b" } });
  documents.change("n.md", state.doc, changes, newDoc);
  documents.tellAll();
  expect(listener.opened.mock.calls.at(-1)).toEqual(["n.md", 2, "ab"]);
});

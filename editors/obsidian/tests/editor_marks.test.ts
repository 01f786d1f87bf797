import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { allMarks, editorMarks, marksAt, setMarks } from "../src/editor_marks";
import { marked } from "./support/plugin";
import { finding, range } from "./support/places";

function editor(doc: string, findings: Diagnostic[]): EditorView {
  const extensions = editorMarks(() => document.createElement("div"));
  const view = new EditorView({ state: EditorState.create({ doc, extensions }), parent: document.body });
  view.dispatch({ effects: setMarks.of(findings) });
  return view;
}

test("findings are marked by how grave they are", () => {
  const view = editor("one two three", [
    finding(range(0, 8, 13), "c", 3),
    finding(range(0, 0, 3), "a", 1),
    finding(range(0, 4, 7), "b", 2),
  ]);
  expect(marked(view)).toEqual(["one", "two", "three"]);
  expect([...view.dom.querySelectorAll(".notelint-mark")].map(({ className }) => className)).toEqual([
    "notelint-mark notelint-error",
    "notelint-mark notelint-warning",
    "notelint-mark notelint-information",
  ]);
});

test("marks move with the text, and new ones take their place", () => {
  const view = editor("one two", [finding(range(0, 4, 7))]);
  view.dispatch({ changes: { from: 0, to: 3, insert: "ten and" } });
  expect(marked(view)).toEqual(["two"]);
  view.dispatch({ changes: { from: 0, insert: "\n" }, effects: setMarks.of([finding(range(1, 0, 3))]) });
  expect(marked(view)).toEqual(["ten"]);
});

test.each([
  ["abc", 1, "b"],
  ["abc", 3, "c"],
])("in %s a place between characters, at %i, is seen", (text, at, seen) => {
  expect(marked(editor(text, [finding(range(0, at, at))]))).toEqual([seen]);
});

test("a place on an empty line is seen as the line", () => {
  const view = editor("a\n\nb", [finding(range(1, 0, 0))]);
  expect(view.dom.querySelector(".cm-line.notelint-mark")?.textContent).toBe("");
  expect(allMarks(view.state)).toMatchObject([{ from: 2, to: 2 }]);
});

test("overlapping findings are found together, and those beside only where they touch", () => {
  const [wide, inner, far] = [finding(range(0, 0, 9)), finding(range(0, 4, 6)), finding(range(1, 0, 2))];
  const { state } = editor("one two three\nfour", [wide, inner, far]);
  const at = (from: number, to = from): Diagnostic[] => marksAt(state, { from, to }).map((mark) => mark.finding);
  expect(at(5)).toEqual([wide, inner]);
  expect(at(2)).toEqual([wide]);
  expect(at(11)).toEqual([]);
  expect(at(0, 15)).toEqual([wide, inner, far]);
});

test("a finding that reaches behind the text does no harm", () => {
  expect(marked(editor("ab", [finding(range(7, 0, 3))]))).toEqual(["b"]);
  expect(marked(editor("", [finding(range(0, 0, 3))]))).toEqual([""]);
});

/** Findings marked in the text of an editor, and what is said about one under the pointer. */

import {
  RangeSetBuilder,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
  type Text,
} from "@codemirror/state";
import { Decoration, EditorView, hoverTooltip, type DecorationSet, type Tooltip } from "@codemirror/view";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { spanOf, type Span } from "./positions";
import { severityOf } from "./finding";

export const setMarks = StateEffect.define<readonly Diagnostic[]>();

export interface Mark extends Span {
  readonly finding: Diagnostic;
}

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const moved = shown.map(transaction.changes);
    const told = transaction.effects.filter((effect) => effect.is(setMarks)).at(-1);
    return told ? decorations(transaction.state.doc, told.value) : moved;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** `describe` makes what is shown about marks at one place. */
export function editorMarks(describe: (view: EditorView, marks: Mark[]) => HTMLElement): Extension {
  const under = (view: EditorView, offset: number): Tooltip | null => {
    const found = marksAt(view.state, { from: offset, to: offset });
    const [first] = found;
    if (!first) return null;
    return { pos: first.from, end: first.to, above: true, create: () => ({ dom: describe(view, found) }) };
  };
  return [marks, hoverTooltip(under, { hideOnChange: true })];
}

/** All marks, in order. */
export function allMarks(state: EditorState): Mark[] {
  return marksAt(state, { from: 0, to: state.doc.length });
}

/** The marks that a stretch touches. */
export function marksAt(state: EditorState, { from, to }: Span): Mark[] {
  const found: Mark[] = [];
  state.field(marks, false)?.between(from, to, (start, end, decoration) => {
    const { finding } = decoration.spec as { finding: Diagnostic };
    found.push({ from: start, to: end, finding });
  });
  return found.sort((one, other) => one.from - other.from); // overlapping ones come layer by layer
}

function decorations(text: Text, findings: readonly Diagnostic[]): DecorationSet {
  const shown = findings.map((finding) => ({ finding, ...visible(text, spanOf(text, finding.range)) }));
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, finding } of shown.sort((one, other) => one.from - other.from || starts(one) - starts(other))) {
    const name = `notelint-mark notelint-${severityOf(finding).name}`;
    const spec = { class: name, finding };
    builder.add(from, to, from === to ? Decoration.line(spec) : Decoration.mark(spec));
  }
  return builder.finish();
}

/** What is marked as a line goes before what is marked as a part of it. */
function starts({ from, to }: Span): number {
  return from === to ? 0 : 1;
}

/** A place between two characters is seen at the one beside it, and on an empty line as the line. */
function visible(text: Text, { from, to }: Span): Span {
  if (from < to) return { from, to };
  const line = text.lineAt(from);
  if (from < line.to) return { from, to: from + 1 };
  return { from: Math.max(line.from, from - 1), to: from };
}

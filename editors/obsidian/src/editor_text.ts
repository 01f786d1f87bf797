/** Editors that show a note: their texts go to the documents, and findings come back as marks. */

import type { Extension, Text } from "@codemirror/state";
import { ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";
import { editorInfoField, MarkdownView, type Editor } from "obsidian";
import type { Diagnostic } from "vscode-languageserver-protocol";
import type { Documents } from "./documents";
import { setMarks } from "./editor_marks";

export class Editors {
  readonly extension: Extension;
  private readonly shown = new Set<Shown>();

  constructor(readonly documents: Documents) {
    const enter = (shown: Shown): void => void this.shown.add(shown);
    const leave = (shown: Shown): void => void this.shown.delete(shown);
    this.extension = ViewPlugin.define((view) => new Shown(view, documents, enter, leave));
  }

  /** Mark what is found in a note, wherever it is shown as it was when it was looked at. */
  mark(path: string, findings: readonly Diagnostic[]): void {
    const text = this.documents.text(path);
    if (text === null) return;
    for (const { view } of this.at(path)) {
      if (view.state.doc.eq(text)) view.dispatch({ effects: setMarks.of(findings) });
    }
  }

  /** Files have other names now, or notes are shown in another way. */
  follow(): void {
    for (const shown of this.shown) shown.follow();
  }

  viewOf(editor: Editor): EditorView | null {
    const found = [...this.shown].find(({ view }) => view.state.field(editorInfoField, false)?.editor === editor);
    return found?.view ?? null;
  }

  /** The note that an editor shows. */
  pathOf(view: EditorView): string | null {
    return [...this.shown].find((shown) => shown.view === view)?.path ?? null;
  }

  private at(path: string): Shown[] {
    return [...this.shown].filter((shown) => shown.path === path);
  }
}

class Shown {
  path: string | null = null;
  private readonly entering: number;

  constructor(
    readonly view: EditorView,
    private readonly documents: Documents,
    enter: (shown: Shown) => void,
    private readonly leave: (shown: Shown) => void,
  ) {
    enter(this);
    // Only when it stands in the page, later, can be seen whether it is an editor within another.
    this.entering = window.setTimeout(() => this.follow());
  }

  update(update: ViewUpdate): void {
    this.follow(update.startState.doc);
    if (this.path === null || !update.docChanged) return;
    this.documents.change(this.path, update.startState.doc, update.changes, update.state.doc);
  }

  /** Be of the note that the editor shows by now. */
  follow(text: Text = this.view.state.doc): void {
    const path = noteIn(this.view);
    if (path === this.path) return;
    if (this.path !== null) this.documents.leave(this.path);
    if (path !== null) this.documents.enter(path, text);
    this.path = path;
  }

  destroy(): void {
    window.clearTimeout(this.entering);
    if (this.path !== null) this.documents.leave(this.path);
    this.leave(this);
  }
}

/** The note that an editor shows whole: neither a part of one in a canvas nor a cell of its tables.
 * While a note is shown to be read, its editor may hold an older text. */
function noteIn(view: EditorView): string | null {
  const shown = view.state.field(editorInfoField, false);
  const isPart = view.dom.parentElement?.closest(".cm-editor") != null;
  if (!(shown instanceof MarkdownView) || isPart || !view.dom.isConnected) return null;
  const { file } = shown;
  return file?.extension === "md" && shown.getMode() === "source" ? file.path : null;
}

/** Edits of notes that the server proposes, made by Obsidian: in an editor as one step that can be
 * undone, in a note that no editor shows through the vault. */

import { MarkdownView, type App, type Editor, type TFile } from "obsidian";
import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { Addresses } from "./addresses";
import type { Documents } from "./documents";
import { spanInFile } from "./positions";

interface NoteEdit {
  readonly file: TFile;
  readonly edits: TextEdit[];
}

export class Edits {
  constructor(
    private readonly app: App,
    private readonly addresses: Addresses,
    private readonly documents: Documents,
  ) {}

  /** Make all edits.
   *
   * @throws Error if a note is another by now; then none is made. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    const changes = (edit.documentChanges ?? []).map((change) => {
      if (!TextDocumentEdit.is(change)) throw new Error("Only texts are edited, files are left where they are.");
      return this.noteEdit(change);
    });
    const plain = Object.entries(edit.changes ?? {}).map(([uri, edits]) => ({ file: this.file(uri), edits }));
    for (const { file, edits } of [...changes, ...plain]) await this.applyTo(file, edits);
  }

  private noteEdit({ textDocument, edits }: TextDocumentEdit): NoteEdit {
    const file = this.file(textDocument.uri);
    const isCurrent = textDocument.version === null || textDocument.version === this.documents.version(file.path);
    if (!isCurrent) throw new Error(`“${file.basename}” has changed meanwhile. Nothing was done.`);
    return { file, edits: edits.filter((edit): edit is TextEdit => "newText" in edit) };
  }

  private file(uri: string): TFile {
    const path = this.addresses.path(uri);
    const file = path === null ? null : this.app.vault.getFileByPath(path);
    if (file === null) throw new Error(`There is no such note in this vault: ${uri}`);
    return file;
  }

  private async applyTo(file: TFile, edits: TextEdit[]): Promise<void> {
    const editor = this.editorOf(file);
    if (editor) applyInEditor(editor, edits);
    else await this.app.vault.process(file, (content) => applyToFile(content, edits));
  }

  /** The editor of a note; null where it is shown to be read, or not at all. */
  private editorOf(file: TFile): Editor | null {
    const leaves = this.app.workspace.getLeavesOfType("markdown");
    const views = leaves.map((leaf) => leaf.view).filter((view) => view instanceof MarkdownView);
    return views.find((view) => view.file === file && view.getMode() === "source")?.editor ?? null;
  }
}

function applyInEditor(editor: Editor, edits: TextEdit[]): void {
  editor.transaction({
    changes: edits.map(({ range, newText }) => ({
      from: { line: range.start.line, ch: range.start.character },
      to: { line: range.end.line, ch: range.end.character },
      text: newText,
    })),
  });
}

/** The text of a file after edits, all of which count in the text before them. */
export function applyToFile(content: string, edits: TextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({ ...spanInFile(content, range), newText }));
  placed.sort((one, other) => one.from - other.from);
  let [after, done] = ["", 0];
  for (const { from, to, newText } of placed) {
    after += content.slice(done, from) + newText;
    done = to;
  }
  return after + content.slice(done);
}

/** The texts that are open in editors, and what of them the server has been told. */

import type { ChangeSet, Text } from "@codemirror/state";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";
import { rangeOf } from "./positions";

/** Who is told. */
export interface Listener {
  opened(path: string, version: number, text: string): void;
  changed(path: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  closed(path: string): void;
}

interface Document {
  text: Text;
  version: number;
  editors: number;
}

export class Documents {
  private readonly open = new Map<string, Document>();
  private versions = 0; // of all texts, so that one that is opened again has a new one

  constructor(private readonly listener: Listener) {}

  get paths(): string[] {
    return [...this.open.keys()];
  }

  version(path: string): number | null {
    return this.open.get(path)?.version ?? null;
  }

  text(path: string): Text | null {
    return this.open.get(path)?.text ?? null;
  }

  /** An editor shows a text. */
  enter(path: string, text: Text): void {
    const known = this.open.get(path);
    if (known) {
      known.editors++;
      this.replace(path, known, text);
      return;
    }
    const version = ++this.versions;
    this.open.set(path, { text, version, editors: 1 });
    this.listener.opened(path, version, text.toString());
  }

  /** An editor's text has changed. Where a second one shows the same note, each change comes once
   * from either: the one that comes second tells nothing new. */
  change(path: string, before: Text, changes: ChangeSet, after: Text): void {
    const document = this.open.get(path);
    if (!document) return;
    if (document.text !== before) this.replace(path, document, after);
    else this.tell(path, document, after, contentChanges(before, changes));
  }

  private replace(path: string, document: Document, text: Text): void {
    if (!document.text.eq(text)) this.tell(path, document, text, [{ text: text.toString() }]);
    document.text = text;
  }

  private tell(path: string, document: Document, text: Text, changes: TextDocumentContentChangeEvent[]): void {
    document.text = text;
    document.version = ++this.versions;
    this.listener.changed(path, document.version, changes);
  }

  /** An editor shows a text no more. */
  leave(path: string): void {
    const document = this.open.get(path);
    if (!document || --document.editors > 0) return;
    this.open.delete(path);
    this.listener.closed(path);
  }

  /** Tell a server that knows nothing yet. */
  tellAll(): void {
    for (const [path, { text, version }] of this.open) this.listener.opened(path, version, text.toString());
  }
}

/** The last change first: so the places of those before it stay what they are. */
function contentChanges(before: Text, changes: ChangeSet): TextDocumentContentChangeEvent[] {
  const made: TextDocumentContentChangeEvent[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => {
    made.unshift({ range: rangeOf(before, { from, to }), text: inserted.toString() });
  });
  return made;
}

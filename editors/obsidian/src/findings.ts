/** What is found in the notes of the vault, as far as it is known. */

import { Events, type EventRef } from "obsidian";
import type { Diagnostic, PreviousResultId } from "vscode-languageserver-protocol";
import type { Addresses } from "./addresses";

interface Found {
  readonly items: readonly Diagnostic[];
  readonly resultId: string | undefined;
}

const NOTHING: readonly Diagnostic[] = [];
const ALPHABET = new Intl.Collator();
const CHANGED = "changed";

export class Findings {
  private readonly events = new Events();
  private readonly found = new Map<string, Found>();

  /** Hear of what changes. */
  onChange(hear: (path: string) => void): EventRef {
    return this.events.on(CHANGED, (path) => hear(path as string));
  }

  in(path: string): readonly Diagnostic[] {
    return this.found.get(path)?.items ?? NOTHING;
  }

  resultId(path: string): string | undefined {
    return this.found.get(path)?.resultId;
  }

  /** The notes in which something is found, in order. */
  get paths(): string[] {
    const found = [...this.found].filter(([, { items }]) => items.length > 0);
    return found.map(([path]) => path).sort(ALPHABET.compare);
  }

  get count(): number {
    return [...this.found.values()].reduce((sum, { items }) => sum + items.length, 0);
  }

  resultIds(addresses: Addresses): PreviousResultId[] {
    return [...this.found].flatMap(([path, { resultId }]) =>
      resultId === undefined ? [] : [{ uri: addresses.uri(path), value: resultId }],
    );
  }

  set(path: string, items: readonly Diagnostic[], resultId?: string): void {
    this.found.set(path, { items, resultId });
    this.events.trigger(CHANGED, path);
  }

  forget(path: string): void {
    if (this.found.delete(path)) this.events.trigger(CHANGED, path);
  }

  clear(): void {
    for (const path of [...this.found.keys()]) this.forget(path);
  }
}

/** The language server of one vault, and all that is known from it. */

import type { App, EventRef } from "obsidian";
import type { FileEvent, TextDocumentContentChangeEvent, WorkspaceEdit } from "vscode-languageserver-protocol";
import { Actions, type Acting } from "./actions";
import { Addresses } from "./addresses";
import { Connection, type Host } from "./connection";
import { Diagnostics, type Asking } from "./diagnostics";
import { Documents, type Listener } from "./documents";
import { Edits } from "./edits";
import { watchFiles } from "./files";
import { Findings } from "./findings";
import type { ServerProcess } from "./server_process";
import { Supervisor, type State } from "./supervisor";

const MOST_SHOWN = 5;

/** What people see of it. */
export interface Display {
  changed(state: State): void;
  complain(message: string): void;
  explain(page: string): void;
  wantsAll(): boolean;
}

export class Service implements Asking, Acting, Host, Listener {
  state: State = { is: "stopped" };
  readonly addresses: Addresses;
  readonly documents = new Documents(this);
  readonly findings = new Findings();
  readonly diagnostics = new Diagnostics(this);
  readonly actions = new Actions(this);
  private readonly edits: Edits;
  private readonly supervisor: Supervisor;
  private readonly told = new Set<string>();

  /** `start` starts the program, or says why it cannot. */
  constructor(
    private readonly app: App,
    base: string,
    start: () => ServerProcess,
    private readonly display: Display,
  ) {
    this.addresses = new Addresses(base);
    this.edits = new Edits(app, this.addresses, this.documents);
    const connect = (process: ServerProcess): Promise<Connection> =>
      Connection.open(process, this.addresses.root, app.vault.getName(), this);
    this.supervisor = new Supervisor({ start, connect }, (state) => this.become(state));
  }

  get connection(): Connection | null {
    return this.supervisor.connection;
  }

  /** Begin to serve. It goes on until it is stopped. */
  start(): void {
    this.told.clear();
    void this.supervisor.serve();
  }

  async stop(): Promise<void> {
    this.diagnostics.cancel();
    await this.supervisor.stop();
  }

  /** End at once: nobody is there any more to wait for it. */
  kill(): void {
    this.supervisor.kill();
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  private become(state: State): void {
    this.state = state;
    if (state.is === "running") {
      this.documents.tellAll();
      this.refresh();
      void this.diagnostics.pullVault();
    } else {
      this.findings.clear(); // nobody keeps them right any more
    }
    this.display.changed(state);
  }

  /** Tell the server what becomes of the vault's files. */
  watch(): EventRef[] {
    return watchFiles(this.app.vault, this.addresses, (changes) => this.filesChanged(changes));
  }

  private filesChanged(changes: FileEvent[]): void {
    this.connection?.filesChanged(changes);
    this.diagnostics.ask();
  }

  // What happens to texts

  opened(path: string, version: number, text: string): void {
    this.connection?.opened(this.addresses.uri(path), version, text);
    this.diagnostics.ask();
  }

  changed(path: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    this.connection?.changed(this.addresses.uri(path), version, changes);
    this.diagnostics.ask();
  }

  closed(path: string): void {
    this.connection?.closed(this.addresses.uri(path));
    this.diagnostics.ask();
  }

  // What the server asks, and what is asked of people

  refresh(): void {
    this.diagnostics.ask();
  }

  async apply(edit: WorkspaceEdit): Promise<boolean> {
    try {
      await this.edits.apply(edit);
      return true;
    } catch (error) {
      this.complain(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  /** Once until the server is started again: a broken configuration is told after each change. Of
   * very many things that are wrong the first are shown, and all are in the console. */
  complain(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    console.warn(`notelint: ${message}`);
    if (this.told.size <= MOST_SHOWN) this.display.complain(message);
  }

  explain(page: string): void {
    this.display.explain(page);
  }

  wantsAll(): boolean {
    return this.display.wantsAll();
  }
}

/** Asks the server what is found: in the open notes after each change, in all of them on demand. */

import { debounce } from "obsidian";
import {
  ConnectionError,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver-protocol";
import type { Addresses } from "./addresses";
import type { Connection } from "./connection";
import type { Documents } from "./documents";
import type { Findings } from "./findings";

const TYPING = 150; // milliseconds without a change until the open notes are asked about
const PAUSE = 1500; // and until all are

const LATE: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
  ErrorCodes.PendingResponseRejected,
];

export interface Asking {
  readonly connection: Connection | null;
  readonly documents: Documents;
  readonly findings: Findings;
  readonly addresses: Addresses;
  /** Whether somebody looks at what is found in all notes. */
  wantsAll(): boolean;
  complain(message: string): void;
}

export class Diagnostics {
  /** Ask soon about what is open, and somewhat later about all. */
  readonly ask = (): void => {
    this.askOpen();
    this.askVault();
  };
  readonly askVault = debounce(() => void this.once("", () => this.pullAll()), PAUSE, true);
  private readonly askOpen = debounce(() => this.pullOpen(), TYPING, true);
  private readonly running = new Set<string>();
  private readonly again = new Set<string>();

  constructor(private readonly asking: Asking) {}

  /** Ask now what is found in all notes. */
  pullVault(): Promise<void> {
    return this.once("", () => this.pullAll());
  }

  cancel(): void {
    this.askOpen.cancel();
    this.askVault.cancel();
  }

  private pullOpen(): void {
    for (const path of this.asking.documents.paths) void this.once(path, () => this.pull(path));
  }

  /** Ask one thing once at a time; what is wanted meanwhile is asked after it. */
  private async once(what: string, pull: () => Promise<void>): Promise<void> {
    if (this.running.has(what)) {
      this.again.add(what);
      return;
    }
    this.running.add(what);
    try {
      await pull();
    } catch (error) {
      this.failed(error);
    } finally {
      this.running.delete(what);
    }
    if (this.again.delete(what)) await this.once(what, pull);
  }

  /** Another text was on its way, or there is no server any more: whoever is next asks again. */
  private failed(error: unknown): void {
    const isLate = error instanceof ResponseError && LATE.includes(error.code);
    if (isLate || error instanceof ConnectionError) return;
    this.asking.complain(error instanceof Error ? error.message : String(error));
  }

  private async pull(path: string): Promise<void> {
    const { connection, documents, findings, addresses } = this.asking;
    const version = documents.version(path);
    if (connection === null || version === null) return;
    const report = await connection.diagnose(addresses.uri(path), findings.resultId(path));
    if (documents.version(path) !== version) return;
    // The same as before is said again, too: the editor may be a new one.
    findings.set(path, report.kind === "full" ? report.items : findings.in(path), report.resultId);
  }

  private async pullAll(): Promise<void> {
    const { connection, findings, addresses } = this.asking;
    if (connection === null || !this.asking.wantsAll()) return;
    await connection.diagnoseAll(findings.resultIds(addresses), (items) => items.forEach((item) => this.take(item)));
  }

  private take(report: WorkspaceDocumentDiagnosticReport): void {
    const { documents, findings, addresses } = this.asking;
    const path = addresses.path(report.uri);
    if (path === null || report.kind !== "full") return;
    if (documents.version(path) !== (report.version ?? null)) return;
    findings.set(path, report.items, report.resultId);
  }
}

/** The Language Server Protocol, as far as this plugin speaks it. */

import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  WorkspaceDiagnosticRequest,
  type CodeAction,
  type CodeActionKind,
  type Command,
  type DocumentDiagnosticReport,
  type FileEvent,
  type InitializeParams,
  type PreviousResultId,
  type ProtocolConnection,
  type Range,
  type TextDocumentContentChangeEvent,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { CAPABILITIES } from "./capabilities";
import type { ServerProcess } from "./server_process";

/** What the server asks of the editor, and tells it. */
export interface Host {
  refresh(): void;
  apply(edit: WorkspaceEdit): Promise<boolean>;
  complain(message: string): void;
}

export class Connection {
  version = "";
  private tokens = 0;

  private constructor(private readonly wire: ProtocolConnection) {}

  static async open(process: ServerProcess, root: string, name: string, host: Host): Promise<Connection> {
    const wire = createProtocolConnection(process.reader, process.writer);
    const connection = new Connection(wire);
    void process.ended.then(() => wire.dispose());
    connection.listen(host);
    const params: Omit<InitializeParams, "rootUri"> = {
      processId: processId(),
      workspaceFolders: [{ uri: root, name }],
      capabilities: CAPABILITIES,
      initializationOptions: { navigation: false }, // Obsidian's own is there
    };
    const { serverInfo } = await wire.sendRequest(InitializeRequest.type, params as InitializeParams);
    connection.version = serverInfo?.version ?? "";
    await wire.sendNotification(InitializedNotification.type, {});
    return connection;
  }

  private listen(host: Host): void {
    const { wire } = this;
    wire.onRequest(RegistrationRequest.type, () => undefined); // all that is asked for is told anyway
    wire.onRequest(DiagnosticRefreshRequest.type, () => host.refresh());
    wire.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => ({ applied: await host.apply(edit) }));
    const hear = (params: { type: MessageType; message: string }): void => {
      if (params.type <= MessageType.Warning) host.complain(params.message);
    };
    wire.onNotification(LogMessageNotification.type, hear);
    wire.onNotification(ShowMessageNotification.type, hear);
    wire.onUnhandledNotification(() => undefined);
    wire.onError(([error]) => host.complain(error.message));
    wire.listen();
  }

  opened(uri: string, version: number, text: string): void {
    const params = { textDocument: { uri, version, text, languageId: "markdown" } };
    void this.tell(() => this.wire.sendNotification(DidOpenTextDocumentNotification.type, params));
  }

  changed(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): void {
    const params = { textDocument: { uri, version }, contentChanges };
    void this.tell(() => this.wire.sendNotification(DidChangeTextDocumentNotification.type, params));
  }

  closed(uri: string): void {
    const params = { textDocument: { uri } };
    void this.tell(() => this.wire.sendNotification(DidCloseTextDocumentNotification.type, params));
  }

  filesChanged(changes: FileEvent[]): void {
    void this.tell(() => this.wire.sendNotification(DidChangeWatchedFilesNotification.type, { changes }));
  }

  /** A message that a dying server does not get is of no use to the next one. */
  private async tell(send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch {
      // It is gone.
    }
  }

  diagnose(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.wire.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  /** `take` gets the reports of the whole vault, some at a time. */
  async diagnoseAll(
    previousResultIds: PreviousResultId[],
    take: (items: readonly WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<void> {
    const partialResultToken = ++this.tokens;
    const { partialResult, type } = WorkspaceDiagnosticRequest;
    const parts = this.wire.onProgress(partialResult, partialResultToken, ({ items }) => take(items));
    try {
      take((await this.wire.sendRequest(type, { previousResultIds, partialResultToken })).items);
    } finally {
      parts.dispose();
    }
  }

  async actions(uri: string, range: Range, only: CodeActionKind): Promise<CodeAction[]> {
    const context = { diagnostics: [], only: [only] };
    const params = { textDocument: { uri }, range, context };
    const found = await this.wire.sendRequest(CodeActionRequest.type, params);
    return (found ?? []).filter((action): action is CodeAction => typeof action.command !== "string");
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.wire.sendRequest(CodeActionResolveRequest.type, action);
  }

  run({ command, arguments: given }: Command): Promise<unknown> {
    const params = { command, ...(given === undefined ? {} : { arguments: given }) };
    return this.wire.sendRequest(ExecuteCommandRequest.type, params);
  }

  /** Ask the server to end. */
  async stop(): Promise<void> {
    try {
      await this.wire.sendRequest(ShutdownRequest.type);
      await this.wire.sendNotification(ExitNotification.type);
    } catch {
      // It is gone already.
    }
  }
}

/** So that the server ends with Obsidian, should nobody tell it to. */
function processId(): number | null {
  return typeof process === "undefined" ? null : process.pid;
}

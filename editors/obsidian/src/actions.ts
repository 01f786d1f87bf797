/** What can be done about findings: asked from the server, done when somebody chooses it. */

import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from "vscode-languageserver-protocol";
import type { Addresses } from "./addresses";
import type { Connection } from "./connection";

const FIX_ALL = "source.fixAll.notelint";
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export interface Acting {
  readonly connection: Connection | null;
  readonly addresses: Addresses;
  apply(edit: WorkspaceEdit): Promise<boolean>;
  explain(page: string): void;
  complain(message: string): void;
}

export class Actions {
  constructor(private readonly acting: Acting) {}

  /** Fixes, allows and explanations for what is found in a stretch of an open note; those that are
   * certain first. */
  async at(path: string, range: Range): Promise<CodeAction[]> {
    const found = await this.asked(path, range, CodeActionKind.QuickFix);
    const isSecond = (action: CodeAction): number => (action.isPreferred === true ? 0 : 1);
    return found.sort((one, other) => isSecond(one) - isSecond(other));
  }

  /** Fix all that is safe in an open note; false where there is nothing. */
  async fixAll(path: string): Promise<boolean> {
    const [action] = await this.asked(path, WHOLE, FIX_ALL);
    if (action) await this.perform(action);
    return action !== undefined;
  }

  private async asked(path: string, range: Range, only: CodeActionKind): Promise<CodeAction[]> {
    const { connection, addresses } = this.acting;
    const found = await this.attempted(connection?.actions(addresses.uri(path), range, only));
    return found ?? [];
  }

  async perform(offered: CodeAction): Promise<void> {
    const { connection } = this.acting;
    if (connection === null) return;
    const isLate = offered.edit === undefined && offered.data !== undefined;
    const action = isLate ? await this.attempted(connection.resolve(offered)) : offered;
    if (action?.disabled) this.acting.complain(action.disabled.reason);
    if (action?.edit) await this.acting.apply(action.edit);
    if (action?.command) await this.run(connection, action);
  }

  private async run(connection: Connection, { command }: CodeAction): Promise<void> {
    const page = command && (await this.attempted(connection.run(command)));
    if (typeof page === "string") this.acting.explain(page);
  }

  /** Undefined where the server refuses: its reason is shown. */
  private async attempted<T>(asked: Promise<T> | undefined): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      this.acting.complain(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}

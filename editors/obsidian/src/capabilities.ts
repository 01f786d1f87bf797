/** What this plugin tells the server that it can do. */

import {
  CodeActionKind,
  DiagnosticTag,
  PositionEncodingKind,
  type ClientCapabilities,
} from "vscode-languageserver-protocol";

export const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: [PositionEncodingKind.UTF16] }, // as CodeMirror counts
  textDocument: {
    synchronization: { dynamicRegistration: false },
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [DiagnosticTag.Unnecessary] },
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
      },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

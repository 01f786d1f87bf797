/** Places and findings as messages have them. */

import type { Diagnostic, Range } from "vscode-languageserver-protocol";

/** From a line and column to a column of the same line. */
export function range(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

export function finding(place: Range, message = "is wrong", severity: 1 | 2 | 3 = 2): Diagnostic {
  return { range: place, message, severity, code: "NL999", data: { name: "some-rule" } };
}

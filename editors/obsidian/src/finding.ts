/** What a finding says, how grave it is and what found it. */

import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver-protocol";

export interface Severity {
  readonly name: "error" | "warning" | "information";
  readonly icon: string;
}

const ERROR: Severity = { name: "error", icon: "circle-x" };
const WARNING: Severity = { name: "warning", icon: "triangle-alert" };
const INFORMATION: Severity = { name: "information", icon: "info" };

export function severityOf(finding: Diagnostic): Severity {
  if (finding.severity === DiagnosticSeverity.Error) return ERROR;
  return finding.severity === DiagnosticSeverity.Warning ? WARNING : INFORMATION;
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === "string" ? message : message.value;
}

/** The name of the rule that found it, or its code. */
export function ruleOf({ data, code }: Diagnostic): string {
  const told: unknown = data;
  const name = typeof told === "object" && told !== null && "name" in told ? told.name : undefined;
  return typeof name === "string" ? name : String(code ?? "");
}

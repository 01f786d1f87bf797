import { Text } from "@codemirror/state";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionError, ConnectionErrors, ErrorCodes, LSPErrorCodes, ResponseError, type DocumentDiagnosticReport } from "vscode-languageserver-protocol";
import { Addresses } from "../src/addresses";
import type { Connection } from "../src/connection";
import { Diagnostics } from "../src/diagnostics";
import { Documents } from "../src/documents";
import { Findings } from "../src/findings";
import { finding, range } from "./support/places";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ITEM = finding(range(0, 0, 1));
const FULL = { kind: "full" as const, items: [ITEM], resultId: "1" };

function asking() {
  const diagnose = vi.fn<Connection["diagnose"]>(() => Promise.resolve(FULL));
  const diagnoseAll = vi.fn<Connection["diagnoseAll"]>(() => Promise.resolve());
  const asked = {
    connection: { diagnose, diagnoseAll } as unknown as Connection | null,
    documents: new Documents({ opened: vi.fn(), changed: vi.fn(), closed: vi.fn() }),
    findings: new Findings(),
    addresses: new Addresses("/v"),
    wantsAll: vi.fn(() => true),
    complain: vi.fn(),
  };
  asked.documents.enter("a.md", Text.of(["a"]));
  return { ...asked, asked, diagnose, diagnoseAll, diagnostics: new Diagnostics(asked) };
}

/** Answers when the test has it answer. */
function late() {
  let answer: (report: DocumentDiagnosticReport) => void = () => undefined;
  const promise = new Promise<DocumentDiagnosticReport>((resolve) => (answer = resolve));
  return { promise, answer: (report: DocumentDiagnosticReport) => answer(report) };
}

test("while somebody types nothing is asked, and then once", async () => {
  const { diagnostics, diagnose, findings } = asking();
  for (let key = 0; key < 5; key++) {
    diagnostics.ask();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(diagnose).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50);
  expect(diagnose.mock.calls).toEqual([["file:///v/a.md", undefined]]);
  expect(findings.in("a.md")).toEqual([ITEM]);
});

test("a late answer is dropped", async () => {
  const { diagnostics, diagnose, documents, findings } = asking();
  const { promise, answer } = late();
  diagnose.mockReturnValueOnce(promise);
  diagnostics.ask();
  await vi.advanceTimersByTimeAsync(150);
  documents.enter("a.md", Text.of(["b"]));
  answer(FULL);
  await vi.advanceTimersByTimeAsync(0);
  expect(findings.paths).toEqual([]);
});

test("one question at a time: what is asked meanwhile is asked after it", async () => {
  const { diagnostics, diagnose } = asking();
  const { promise, answer } = late();
  diagnose.mockReturnValueOnce(promise);
  for (let change = 0; change < 4; change++) {
    diagnostics.ask();
    await vi.advanceTimersByTimeAsync(150);
  }
  expect(diagnose).toHaveBeenCalledTimes(1);
  answer(FULL);
  await vi.advanceTimersByTimeAsync(0);
  expect(diagnose).toHaveBeenCalledTimes(2);
});

test("what is unchanged is told again, for an editor that is new", async () => {
  const { diagnostics, diagnose, findings } = asking();
  findings.set("a.md", [ITEM], "1");
  diagnose.mockResolvedValueOnce({ kind: "unchanged", resultId: "1" });
  const hear = vi.fn();
  findings.onChange(hear);
  diagnostics.ask();
  await vi.advanceTimersByTimeAsync(150);
  expect(diagnose.mock.calls).toEqual([["file:///v/a.md", "1"]]);
  expect(hear).toHaveBeenCalledOnce();
  expect(findings.in("a.md")).toEqual([ITEM]);
});

test.each([
  [new ResponseError(LSPErrorCodes.ContentModified, "modified"), 0],
  [new ResponseError(LSPErrorCodes.ServerCancelled, "cancelled"), 0],
  [new ResponseError(ErrorCodes.PendingResponseRejected, "disposed"), 0],
  [new ConnectionError(ConnectionErrors.Closed, "the connection is closed"), 0],
  [new TypeError("a slip"), 1],
  [new ResponseError(LSPErrorCodes.RequestFailed, "the vault is gone"), 1],
])("of %s people hear %i times", async (error, times) => {
  const { diagnostics, diagnose, complain } = asking();
  diagnose.mockRejectedValueOnce(error);
  diagnostics.ask();
  await vi.advanceTimersByTimeAsync(150);
  expect(complain).toHaveBeenCalledTimes(times);
});

test("all notes are asked about where somebody looks, the open ones as they are", async () => {
  const { diagnostics, diagnoseAll, documents, findings } = asking();
  const report = (path: string, version: number | null, kind = "full") =>
    ({ uri: `file:///v/${path}`, kind, version, items: [ITEM], resultId: path }) as never;
  findings.set("old.md", [ITEM], "0");
  diagnoseAll.mockImplementationOnce((_, take) => {
    take([report("a.md", 99), report("b.md", null), report("old.md", null, "unchanged"), report("../c.md", null)]);
    return Promise.resolve();
  });
  await diagnostics.pullVault();
  expect(diagnoseAll.mock.calls[0]?.[0]).toEqual([{ uri: "file:///v/old.md", value: "0" }]);
  expect(findings.paths).toEqual(["b.md", "old.md"]);
  diagnoseAll.mockImplementationOnce((_, take) => {
    take([report("a.md", documents.version("a.md"))]);
    return Promise.resolve();
  });
  await diagnostics.pullVault();
  expect(findings.paths).toEqual(["a.md", "b.md", "old.md"]);
});

test("where nobody looks at all notes they are not asked about", async () => {
  const { diagnostics, diagnoseAll, wantsAll } = asking();
  wantsAll.mockReturnValue(false);
  diagnostics.ask();
  await vi.advanceTimersByTimeAsync(5000);
  expect(diagnoseAll).not.toHaveBeenCalled();
});

test("nothing is asked of nobody, nor after it was cancelled", async () => {
  const { diagnostics, diagnose, asked } = asking();
  diagnostics.ask();
  diagnostics.cancel();
  await vi.advanceTimersByTimeAsync(5000);
  asked.connection = null;
  diagnostics.ask();
  await vi.advanceTimersByTimeAsync(5000);
  expect(diagnose).not.toHaveBeenCalled();
});

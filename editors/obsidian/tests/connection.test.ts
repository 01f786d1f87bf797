// @vitest-environment node
import { expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import { Connection } from "../src/connection";
import { FakeServer } from "./support/fake_server";
import { finding, range } from "./support/places";

const PLACE = range(0, 1, 2);

async function connected(answers: ConstructorParameters<typeof FakeServer>[0] = {}) {
  const server = new FakeServer(answers);
  const host = { refresh: vi.fn(), apply: vi.fn(() => Promise.resolve(true)), complain: vi.fn() };
  return { server, host, connection: await Connection.open(server, "file:///v", "v", host) };
}

test("it says who it is and what it wants", async () => {
  const { server, connection } = await connected({ initialize: () => ({ capabilities: {}, serverInfo: { name: "n", version: "1.2" } }) });
  expect(connection.version).toBe("1.2");
  expect(server.heard[0]?.params).toMatchObject({
    processId: process.pid,
    workspaceFolders: [{ uri: "file:///v", name: "v" }],
    capabilities: { general: { positionEncodings: ["utf-16"] }, textDocument: { diagnostic: {} } },
    initializationOptions: { navigation: false },
  });
  await vi.waitFor(() => expect(server.of("initialized")).toHaveLength(1));
});

test("texts and files are told", async () => {
  const { server, connection } = await connected();
  connection.opened("file:///v/a.md", 1, "a");
  connection.changed("file:///v/a.md", 2, [{ range: PLACE, text: "b" }]);
  connection.filesChanged([{ uri: "file:///v/b.md", type: 1 }]);
  connection.closed("file:///v/a.md");
  await vi.waitFor(() => expect(server.of("textDocument/didClose")).toEqual([{ textDocument: { uri: "file:///v/a.md" } }]));
  expect(server.of("textDocument/didOpen")).toEqual([
    { textDocument: { uri: "file:///v/a.md", version: 1, text: "a", languageId: "markdown" } },
  ]);
  expect(server.of("textDocument/didChange")).toEqual([
    { textDocument: { uri: "file:///v/a.md", version: 2 }, contentChanges: [{ range: PLACE, text: "b" }] },
  ]);
  expect(server.of("workspace/didChangeWatchedFiles")).toEqual([{ changes: [{ uri: "file:///v/b.md", type: 1 }] }]);
});

test("what the server asks is done", async () => {
  const { server, host } = await connected();
  expect(await server.wire.sendRequest("workspace/applyEdit", { edit: { changes: {} } })).toEqual({ applied: true });
  await server.wire.sendRequest("workspace/diagnostic/refresh");
  await server.wire.sendRequest("client/registerCapability", { registrations: [] });
  expect(host.apply).toHaveBeenCalledWith({ changes: {} });
  expect(host.refresh).toHaveBeenCalledOnce();
});

test("warnings are shown, chatter is not", async () => {
  const { server, host } = await connected();
  await server.wire.sendNotification("window/showMessage", { type: 3, message: "hello" });
  await server.wire.sendNotification("$/unknown", {});
  await server.wire.sendNotification("window/logMessage", { type: 2, message: "a warning" });
  await server.wire.sendNotification("window/showMessage", { type: 1, message: "an error" });
  await vi.waitFor(() => expect(host.complain.mock.calls.flat()).toEqual(["a warning", "an error"]));
});

test("what is found in the vault comes in parts", async () => {
  const report = (uri: string) => ({ uri, kind: "full", version: null, items: [finding(PLACE)] });
  const { server, connection } = await connected({
    "workspace/diagnostic": async ({ partialResultToken: token }: { partialResultToken: string }) => {
      await server.wire.sendNotification("$/progress", { token, value: { items: [report("1"), report("2")] } });
      return { items: [report("3")] };
    },
  });
  const taken: string[] = [];
  await connection.diagnoseAll([], (items) => taken.push(...items.map(({ uri }) => uri)));
  expect(taken).toEqual(["1", "2", "3"]);
});

test("actions are asked for, resolved and run", async () => {
  const action: CodeAction = { title: "write", data: 1 };
  const bare = { title: "bare", command: "x" };
  const { server, connection } = await connected({
    "textDocument/codeAction": () => [action, bare],
    "codeAction/resolve": (asked: CodeAction) => ({ ...asked, edit: { changes: {} } }),
    "workspace/executeCommand": () => "a page",
  });
  expect(await connection.actions("file:///v/a.md", PLACE, "quickfix")).toEqual([action]);
  expect(server.of("textDocument/codeAction")).toMatchObject([{ range: PLACE, context: { only: ["quickfix"] } }]);
  expect((await connection.resolve(action)).edit).toEqual({ changes: {} });
  expect(await connection.run({ title: "", command: "explain", arguments: ["x"] })).toBe("a page");
});

test("a result id is given back", async () => {
  const { server, connection } = await connected({ "textDocument/diagnostic": () => ({ kind: "unchanged", resultId: "7" }) });
  await connection.diagnose("file:///v/a.md", "7");
  await connection.diagnose("file:///v/a.md");
  expect(server.of("textDocument/diagnostic")).toEqual([
    { textDocument: { uri: "file:///v/a.md" }, previousResultId: "7" },
    { textDocument: { uri: "file:///v/a.md" } },
  ]);
});

test("it takes its leave as the protocol wants it", async () => {
  const { server, connection } = await connected();
  await connection.stop();
  await server.ended;
  expect(server.heard.map(({ method }) => method).slice(-2)).toEqual(["shutdown", "exit"]);
});

test("what a server that dies was asked is refused, and nothing is told to it any more", async () => {
  const { server, connection } = await connected({ "textDocument/diagnostic": () => new Promise(() => undefined) });
  const asked = expect(connection.diagnose("file:///v/a.md")).rejects.toThrow();
  server.end({ code: 1, said: "" });
  await asked;
  connection.opened("file:///v/a.md", 1, "a");
  await connection.stop();
});

import { beforeEach, expect, test, vi } from "vitest";
import { Service } from "../src/service";
import { Text } from "@codemirror/state";
import { App } from "./stub/obsidian";
import { FakeServer } from "./support/fake_server";
import { finding, range } from "./support/places";

const ITEM = finding(range(0, 0, 1));

beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());

function serving(answers: ConstructorParameters<typeof FakeServer>[0] = {}) {
  const app = new App("/v");
  const made: FakeServer[] = [];
  const display = { changed: vi.fn(), complain: vi.fn(), explain: vi.fn(), wantsAll: vi.fn(() => false) };
  const start = (): FakeServer => {
    made.push(new FakeServer(answers));
    return made.at(-1) as FakeServer;
  };
  const service = new Service(app as never, "/v", start, display);
  return { app, made, display, service };
}

const running = (service: Service) => vi.waitFor(() => expect(service.state.is).toBe("running"));

test("a server that comes late, or again, is told what is open by now", async () => {
  const { service, made } = serving();
  service.documents.enter("a.md", Text.of(["one"]));
  service.start();
  await running(service);
  await vi.waitFor(() => expect(made[0]?.of("textDocument/didOpen")).toHaveLength(1));
  await service.restart();
  await running(service);
  await vi.waitFor(() => expect(made[1]?.of("textDocument/didOpen")).toMatchObject([{ textDocument: { text: "one" } }]));
  await service.stop();
});

test("what is found is known while there is a server", async () => {
  const { service } = serving({ "textDocument/diagnostic": () => ({ kind: "full", items: [ITEM] }) });
  service.start();
  await running(service);
  service.documents.enter("a.md", Text.of(["one"]));
  await vi.waitFor(() => expect(service.findings.in("a.md")).toEqual([ITEM]));
  await service.stop();
  expect(service.findings.paths).toEqual([]);
});

test("files that come and go are told", async () => {
  const { app, service, made } = serving();
  service.watch();
  app.vault.put("early.md", "");
  service.start();
  await running(service);
  app.vault.put("a.md", "");
  await vi.waitFor(() => expect(made[0]?.of("workspace/didChangeWatchedFiles")).toEqual([{ changes: [{ uri: "file:///v/a.md", type: 1 }] }]));
  await service.stop();
});

test("an edit that cannot be made is said", async () => {
  const { service, display } = serving();
  expect(await service.apply({ changes: { "file:///v/none.md": [] } })).toBe(false);
  expect(await service.apply({})).toBe(true);
  expect(display.complain.mock.calls.flat()).toEqual(["There is no such note in this vault: file:///v/none.md"]);
});

test("of very many things that are wrong the first are shown", () => {
  const { service, display } = serving();
  for (let note = 0; note < 100; note++) service.complain(`note ${note} cannot be read`);
  expect(display.complain).toHaveBeenCalledTimes(5);
  expect(console.warn).toHaveBeenCalledTimes(100);
});

test("what is wrong is said once, and again after a new start", async () => {
  const { service, display } = serving();
  for (let change = 0; change < 3; change++) service.complain("a broken configuration");
  service.start();
  service.complain("a broken configuration");
  expect(display.complain).toHaveBeenCalledTimes(2);
  await service.stop();
});

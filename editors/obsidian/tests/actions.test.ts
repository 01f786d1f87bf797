import { expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import { Actions } from "../src/actions";
import { Addresses } from "../src/addresses";
import type { Connection } from "../src/connection";
import { range } from "./support/places";

const EDIT = { changes: {} };
const PLACE = range(0, 1, 2);

function acting(offered: CodeAction[] = []) {
  const connection = {
    actions: vi.fn<Connection["actions"]>(() => Promise.resolve([...offered])),
    resolve: vi.fn<Connection["resolve"]>((action) => Promise.resolve({ ...action, edit: EDIT })),
    run: vi.fn<Connection["run"]>(() => Promise.resolve("# A page")),
  };
  const asked = {
    connection: connection as unknown as Connection | null,
    addresses: new Addresses("/v"),
    apply: vi.fn(() => Promise.resolve(true)),
    explain: vi.fn(),
    complain: vi.fn(),
  };
  return { connection, asked, actions: new Actions(asked) };
}

test("what is certain is offered first", async () => {
  const { actions, connection } = acting([{ title: "allow" }, { title: "write (safe)", isPreferred: true }, { title: "explain" }]);
  expect((await actions.at("a.md", PLACE)).map(({ title }) => title)).toEqual(["write (safe)", "allow", "explain"]);
  expect(connection.actions.mock.calls).toEqual([["file:///v/a.md", PLACE, "quickfix"]]);
});

test("an edit that is there is made, one that is not is asked for", async () => {
  const { actions, asked, connection } = acting();
  await actions.perform({ title: "now", edit: EDIT });
  expect(connection.resolve).not.toHaveBeenCalled();
  await actions.perform({ title: "late", data: 1 });
  expect(connection.resolve).toHaveBeenCalledOnce();
  expect(asked.apply.mock.calls).toEqual([[EDIT], [EDIT]]);
});

test("why something cannot be done is said", async () => {
  const { actions, asked, connection } = acting();
  connection.resolve.mockResolvedValueOnce({ title: "late", disabled: { reason: "nothing can be written there" } });
  await actions.perform({ title: "late", data: 1 });
  connection.resolve.mockRejectedValueOnce(new Error("content modified"));
  await actions.perform({ title: "late", data: 1 });
  expect(asked.complain.mock.calls.flat()).toEqual(["nothing can be written there", "content modified"]);
  expect(asked.apply).not.toHaveBeenCalled();
});

test("an explanation is shown", async () => {
  const { actions, asked, connection } = acting();
  const command = { title: "explain", command: "notelint.explain", arguments: ["x"] };
  await actions.perform({ title: "explain", command });
  expect(connection.run).toHaveBeenCalledWith(command);
  expect(asked.explain).toHaveBeenCalledWith("# A page");
});

test("all that is safe is fixed, where there is something", async () => {
  const { actions, asked, connection } = acting([{ title: "all", data: 1 }]);
  expect(await actions.fixAll("a.md")).toBe(true);
  expect(connection.actions.mock.calls[0]?.[2]).toBe("source.fixAll.notelint");
  expect(asked.apply).toHaveBeenCalledWith(EDIT);
  connection.actions.mockResolvedValueOnce([]);
  expect(await actions.fixAll("a.md")).toBe(false);
});

test("without a server nothing is offered and nothing done", async () => {
  const { actions, asked } = acting([{ title: "x" }]);
  asked.connection = null;
  expect(await actions.at("a.md", PLACE)).toEqual([]);
  await actions.perform({ title: "now", edit: EDIT });
  expect(asked.apply).not.toHaveBeenCalled();
});

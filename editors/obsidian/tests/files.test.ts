import { expect, test, vi } from "vitest";
import { Addresses } from "../src/addresses";
import { watchFiles } from "../src/files";
import { TAbstractFile, Vault } from "./stub/obsidian";

test("what becomes of files is told, of folders nothing", () => {
  const vault = new Vault("/v");
  const tell = vi.fn();
  watchFiles(vault as never, new Addresses("/v"), tell);
  const file = vault.put("a.md", "");
  vault.trigger("modify", file);
  vault.rename(file, "b c.png");
  vault.trigger("delete", file);
  vault.trigger("create", new TAbstractFile("folder"));
  vault.trigger("rename", new TAbstractFile("folder"), "old");
  expect(tell.mock.calls.flat()).toEqual([
    [{ uri: "file:///v/a.md", type: 1 }],
    [{ uri: "file:///v/a.md", type: 2 }],
    [{ uri: "file:///v/a.md", type: 3 }, { uri: "file:///v/b%20c.png", type: 1 }],
    [{ uri: "file:///v/b%20c.png", type: 3 }],
  ]);
});

import { expect, test } from "vitest";
import { Addresses } from "../src/addresses";

test.each([
  ["/home/me/My vault", "a b/ü #1.md", "file:///home/me/My%20vault/a%20b/%C3%BC%20%231.md"],
  ["C:\\Users\\me\\vault\\", "a.md", "file:///C:/Users/me/vault/a.md"],
  ["\\\\server\\share\\vault", "a.md", "file://server/share/vault/a.md"],
])("a note under %s", (base, path, uri) => {
  const addresses = new Addresses(base);
  expect(addresses.uri(path)).toBe(uri);
  expect(addresses.path(uri)).toBe(path);
});

test("it does not matter what of an address is escaped", () => {
  const addresses = new Addresses("/vault (1)");
  expect(addresses.path("file:///vault%20%281%29/it's.md")).toBe("it's.md");
  expect(addresses.path("file:///vault%20(1)/it%27s.md")).toBe("it's.md");
});

test.each(["file:///elsewhere/a.md", "file:///vaults/a.md", "untitled:1", "file:///vault/%E0%A4%A.md"])(
  "%s is no file of the vault",
  (uri) => expect(new Addresses("/vault").path(uri)).toBeNull(),
);

import { expect, test } from "vitest";
import { CAPABILITIES } from "../src/capabilities";

test("it says of itself what it does, and no more", () => {
  expect(CAPABILITIES.workspace?.workspaceEdit).toEqual({ documentChanges: true }); // no files
  expect(CAPABILITIES.textDocument?.publishDiagnostics).toBeUndefined(); // they are asked for
  expect(CAPABILITIES.textDocument?.codeAction?.resolveSupport).toEqual({ properties: ["edit"] });
  expect(CAPABILITIES.workspace?.didChangeWatchedFiles?.dynamicRegistration).toBe(true);
  expect(CAPABILITIES.window).toBeUndefined();
});

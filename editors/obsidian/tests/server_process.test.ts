// @vitest-environment node
import { chmodSync, realpathSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProcess } from "../src/server_process";
import { temporaryFolder } from "./support/temporary";

function program(script: string): string {
  const path = join(temporaryFolder(), "server.cjs");
  writeFileSync(path, `#!${process.execPath}\n${script}`);
  chmodSync(path, 0o755);
  return path;
}

test("it is called as a server, at home", async () => {
  const path = program("console.error(process.argv[2], process.cwd()); process.exit(3)");
  expect(await startProcess(path).ended).toEqual({ code: 3, said: `server ${realpathSync(homedir())}` });
});

test("messages go there and come back", async () => {
  const path = program("process.stdin.pipe(process.stdout)");
  const server = startProcess(path);
  const heard = new Promise((resolve) => server.reader.listen(resolve));
  await server.writer.write({ jsonrpc: "2.0", method: "hello" } as never);
  expect(await heard).toEqual({ jsonrpc: "2.0", method: "hello" });
  server.kill();
  expect((await server.ended).code).toBeNull();
});

test("only the end of what it says is kept", async () => {
  const path = program("console.error('x'.repeat(100000) + 'end')");
  const { said } = await startProcess(path).ended;
  expect(said).toMatch(/^x{1900,}end$/);
});

test("what cannot be started has ended", async () => {
  const { code, said } = await startProcess("/no/such/program").ended;
  expect(code).toBeNull();
  expect(said).toContain("ENOENT");
});

test("writing to one that is gone does no harm", async () => {
  const path = program("process.exit(0)");
  const server = startProcess(path);
  await server.ended;
  await server.writer.write({ jsonrpc: "2.0" }).catch(() => undefined);
});

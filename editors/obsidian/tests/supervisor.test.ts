import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Connection } from "../src/connection";
import { Supervisor, type State } from "../src/supervisor";
import { FakeServer } from "./support/fake_server";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function supervised(begin: (made: FakeServer[]) => FakeServer = () => new FakeServer()) {
  const made: FakeServer[] = [];
  const states: State[] = [];
  const connection = { version: "1", stop: vi.fn(() => Promise.resolve(made.at(-1)?.end({ code: 0, said: "" }))) };
  const start = (): FakeServer => {
    made.push(begin(made));
    return made.at(-1) as FakeServer;
  };
  const connect = vi.fn(() => Promise.resolve(connection as unknown as Connection));
  const supervisor = new Supervisor({ start, connect }, (state) => states.push(state));
  return { supervisor, made, states, connect, connection };
}

const soon = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

test("a server that dies is started again, later each time", async () => {
  const { supervisor, made, states } = supervised();
  void supervisor.serve();
  for (const wait of [1000, 2000, 4000]) {
    await soon();
    const count = made.length;
    made.at(-1)?.end({ code: 1, said: "a traceback\nValueError: x" });
    await soon(wait - 1);
    expect(made).toHaveLength(count);
    await soon(1);
    expect(made).toHaveLength(count + 1);
  }
  expect(states.slice(0, 4).map(({ is }) => is)).toEqual(["starting", "running", "waiting", "starting"]);
  expect(states[2]).toMatchObject({ why: expect.stringContaining("ValueError: x") as string });
});

test("after too many deaths it gives up", async () => {
  const { supervisor, made, states } = supervised();
  void supervisor.serve();
  for (let death = 0; death < 9; death++) {
    await soon();
    made.at(-1)?.end({ code: 1, said: "" });
    await soon(60_000);
  }
  expect(made).toHaveLength(6);
  expect(states.at(-1)).toEqual({ is: "failed", why: "The language server ended with exit code 1." });
});

test("one that served for long has its tries anew", async () => {
  const { supervisor, made } = supervised();
  void supervisor.serve();
  for (let death = 0; death < 9; death++) {
    await soon(61_000);
    made.at(-1)?.end({ code: 1, said: "" });
    await soon(1000);
  }
  expect(made).toHaveLength(10);
});

test.each([
  ["the library is missing", { code: 2, said: "the server needs the library pygls" }],
])("where %s it is not tried again", async (_, ending) => {
  const { supervisor, made, states } = supervised();
  void supervisor.serve();
  await soon();
  made[0]?.end(ending);
  await soon(100_000);
  expect(made).toHaveLength(1);
  expect(states.at(-1)).toEqual({ is: "failed", why: ending.said });
});

test("where there is no program it is not tried again", async () => {
  const { supervisor, states } = supervised(() => {
    throw new Error("not found");
  });
  await supervisor.serve();
  expect(states.at(-1)).toEqual({ is: "failed", why: "not found" });
});

test("one that cannot be spoken with is killed and tried again", async () => {
  const { supervisor, made, connect } = supervised();
  connect.mockRejectedValueOnce(new Error("no protocol"));
  void supervisor.serve();
  await soon(1000);
  expect(made[0]?.isKilled).toBe(true);
  expect(supervisor.connection).not.toBeNull();
});

test("one that is stopped is asked to end, and stays away", async () => {
  const { supervisor, made, states, connection } = supervised();
  void supervisor.serve();
  await soon();
  await supervisor.stop();
  await soon(100_000);
  expect(connection.stop).toHaveBeenCalledOnce();
  expect([made.length, made[0]?.isKilled, supervisor.connection]).toEqual([1, false, null]);
  expect(states.at(-1)).toEqual({ is: "stopped" });
});

test("one that does not end when asked is killed", async () => {
  const { supervisor, made, connection } = supervised();
  connection.stop.mockReturnValue(new Promise<void>(() => undefined));
  void supervisor.serve();
  await soon();
  void supervisor.stop();
  await soon(2000);
  expect(made[0]?.isKilled).toBe(true);
});

test("one whose window goes away is killed at once", async () => {
  const { supervisor, made } = supervised();
  void supervisor.serve();
  await soon();
  supervisor.kill();
  expect(made[0]?.isKilled).toBe(true);
  await soon(100_000);
  expect(made).toHaveLength(1);
});

test("while it waits it can be stopped", async () => {
  const { supervisor, made } = supervised();
  const served = supervisor.serve();
  await soon();
  made[0]?.end({ code: 1, said: "" });
  await soon();
  await supervisor.stop();
  await served;
  expect(made).toHaveLength(1);
});

test("one that was stopped before it could be spoken with is not served by", async () => {
  const { supervisor, made, connect, states } = supervised();
  let greet: (connection: Connection) => void = () => undefined;
  connect.mockReturnValueOnce(new Promise((resolve) => (greet = resolve)));
  void supervisor.serve();
  await soon();
  await supervisor.stop();
  greet({ version: "late" } as Connection);
  await soon();
  expect([made[0]?.isKilled, supervisor.connection, states.at(-1)?.is]).toEqual([true, null, "stopped"]);
});

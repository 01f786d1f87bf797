import { beforeEach, expect, test, vi } from "vitest";
import { chooseProgram, chosenProgram, described, SettingsTab, settingsOf, type Configured } from "../src/settings";
import { App, Setting } from "./stub/obsidian";

beforeEach(() => void Setting.made.splice(0));

test.each([[null], [undefined], ["x"], [{}], [{ marks: "no" }], [{ marks: 1, other: true }]])(
  "what is stored as %o counts for nothing",
  (stored) => expect(settingsOf(stored)).toEqual({ marks: true }),
);

test("what is stored counts", () => expect(settingsOf({ marks: false })).toEqual({ marks: false }));

test("the program is kept on the device", () => {
  const app = new App("/v");
  expect(chosenProgram(app as never)).toBe("");
  chooseProgram(app as never, " /usr/bin/notelint ");
  expect(chosenProgram(app as never)).toBe("/usr/bin/notelint");
  chooseProgram(app as never, " ");
  expect(app.loadLocalStorage("notelint-program")).toBeNull();
});

test("each setting does what it says", () => {
  const app = new App("/v");
  const configured: Configured = {
    settings: { marks: true },
    state: { is: "running", version: "1.2" },
    saveSettings: vi.fn(() => Promise.resolve()),
    restart: vi.fn(() => Promise.resolve()),
  };
  const tab = new SettingsTab(app as never, {} as never, configured);
  tab.showState();
  tab.display();
  const [program, server, marks] = Setting.made;
  program?.control.give("/opt/notelint");
  expect(chosenProgram(app as never)).toBe("/opt/notelint");
  server?.control.give();
  expect(configured.restart).toHaveBeenCalledOnce();
  marks?.control.give(false);
  expect(configured.settings).toEqual({ marks: false });
  expect(configured.saveSettings).toHaveBeenCalledOnce();
  expect(server?.description).toBe("notelint 1.2 is running.");
  Object.assign(configured, { state: { is: "failed", why: "not found" } });
  tab.showState();
  expect(server?.description).toBe("not found");
});

test("every state has words", () => {
  const states = [{ is: "stopped" }, { is: "starting" }, { is: "waiting", why: "x" }] as const;
  expect(states.map(described)).toEqual(["The server is stopped.", "Starting…", "It ended and will be started again. x"]);
});

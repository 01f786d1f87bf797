/** What a user can choose. */

import { PluginSettingTab, Setting, type App, type Plugin } from "obsidian";
import type { State } from "./supervisor";

export interface Settings {
  marks: boolean;
}

export const DEFAULTS: Readonly<Settings> = { marks: true };

/** Where the program is differs from device to device, and is no vault's business: it is kept on
 * the device, and not among the files that are shared with others. */
const PROGRAM = "notelint-program";

export function chosenProgram(app: App): string {
  const chosen: unknown = app.loadLocalStorage(PROGRAM);
  return typeof chosen === "string" ? chosen : "";
}

export function chooseProgram(app: App, path: string): void {
  app.saveLocalStorage(PROGRAM, path.trim() || null);
}

/** The settings of a file, where only what is known and of the right kind counts. */
export function settingsOf(stored: unknown): Settings {
  const marks = typeof stored === "object" && stored !== null && "marks" in stored ? stored.marks : undefined;
  return { marks: typeof marks === "boolean" ? marks : DEFAULTS.marks };
}

export interface Configured {
  readonly settings: Settings;
  readonly state: State;
  saveSettings(): Promise<void>;
  restart(): Promise<void>;
}

export class SettingsTab extends PluginSettingTab {
  private server: Setting | null = null;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly configured: Configured,
  ) {
    super(app, plugin);
  }

  /** Show how the server does by now. */
  showState(): void {
    this.server?.setDesc(described(this.configured.state));
  }

  override display(): void {
    const { containerEl, configured } = this;
    containerEl.empty();
    const program = new Setting(containerEl)
      .setName("Program")
      .setDesc("Path of notelint on this device. Leave it empty to have it found; it must be installed already.");
    program.addText((text) => {
      text.setPlaceholder("Found by itself").setValue(chosenProgram(this.app));
      text.onChange((path) => chooseProgram(this.app, path));
    });
    const server = (this.server = new Setting(containerEl).setName("Server").setDesc(described(configured.state)));
    server.addButton((button) => {
      button.setButtonText("Restart").onClick(() => void configured.restart());
    });
    const marks = new Setting(containerEl).setName("Mark findings in the editor").setDesc("The pane lists them either way.");
    marks.addToggle((toggle) => {
      toggle.setValue(configured.settings.marks).onChange((isOn) => {
        configured.settings.marks = isOn;
        void configured.saveSettings();
      });
    });
  }
}

export function described(state: State): string {
  if (state.is === "running") return `notelint ${state.version} is running.`;
  if (state.is === "starting") return "Starting…";
  if (state.is === "stopped") return "The server is stopped.";
  return state.is === "failed" ? state.why : `It ended and will be started again. ${state.why}`;
}

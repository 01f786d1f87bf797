import { defineConfig } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";
import tseslint from "typescript-eslint";

const strict = tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["src/**/*.ts"] }));

export default defineConfig([
  { ignores: ["main.js", "node_modules", "package-lock.json"] },
  ...strict,
  ...obsidianmd.configs.recommended,
  {
    files: ["src/**/*.ts"],
    rules: {
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "obsidianmd/settings-tab/prefer-setting-definitions": "off", // is of a newer Obsidian than the oldest meant
    },
  },
  {
    files: ["tests/**/*.ts"], // stand for Obsidian, and run nowhere else
    rules: {
      "@typescript-eslint/unbound-method": "off", // of mocks
      "obsidianmd/hardcoded-config-path": "off",
      "obsidianmd/no-unsupported-api": "off",
      "obsidianmd/prefer-create-el": "off",
    },
  },
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.mjs", "esbuild.config.mjs", "manifest.json"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
]);

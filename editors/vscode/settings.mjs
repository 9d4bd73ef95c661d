// Writes the rules of the program's configuration schema, with their descriptions, into the settings of package.json.
// usage: node settings.mjs COPYDESK [--check]     --check: changes nothing, fails when package.json is stale
import { execFileSync } from "node:child_process";
import fs from "node:fs";

const [program, mode] = process.argv.slice(2);
const file = new URL("package.json", import.meta.url);
const before = fs.readFileSync(file, "utf8");
const manifest = JSON.parse(before);
const { rules } = JSON.parse(execFileSync(program, ["config", "--schema"], { encoding: "utf8" })).properties;

manifest.contributes.configuration.properties["copydesk.rules"] = {
  type: "object",
  default: {},
  markdownDescription: `${rules.description} What stands here beats \`copydesk.toml\`.`,
  additionalProperties: false,
  properties: rules.properties,
};

const after = `${JSON.stringify(manifest, null, 2)}\n`;
if (mode !== "--check") {
  fs.writeFileSync(file, after);
} else if (JSON.stringify(JSON.parse(before)) !== JSON.stringify(manifest)) {
  console.error("package.json does not hold the rules of the program: node editors/vscode/settings.mjs COPYDESK");
  process.exit(1);
}

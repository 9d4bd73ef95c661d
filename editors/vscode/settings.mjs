// Writes the rules of docs/config.schema.json, with their descriptions, into the settings of package.json.
// usage: node settings.mjs [--check]     --check: changes nothing, fails when package.json is stale
import fs from "node:fs";

const mode = process.argv[2];
const file = new URL("package.json", import.meta.url);
const before = fs.readFileSync(file, "utf8");
const manifest = JSON.parse(before);
const schema = new URL("../../docs/config.schema.json", import.meta.url);
const { rules } = JSON.parse(fs.readFileSync(schema, "utf8")).properties;

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
  console.error("package.json does not hold the rules of docs/config.schema.json: npm run settings");
  process.exit(1);
}

// Drives a real VS Code with the packed extension. Prints a PASS or FAIL line a check, and takes the pictures of docs.
// usage: node run.mjs CACHE VSIX [PICTURES]     CACHE: what tests/editors/setup/vscode.sh filled
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Workbench, until } from "./workbench.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const [cache, vsix, pictures] = process.argv.slice(2);
const fixture = (name) => fs.readFileSync(path.join(HERE, "../fixtures", name), "utf8");

let failures = 0;

function report(name, problem) {
  if (problem) failures++;
  console.log(problem ? `FAIL ${name}: ${problem}` : `PASS ${name}`);
}

// One check: passes when the condition comes true in time.
async function check(name, condition, detail) {
  try {
    await until(name, condition);
    report(name);
  } catch (error) {
    report(name, detail ? JSON.stringify(await detail()) : error.message);
  }
}

async function picture(bench, name) {
  if (pictures) await bench.picture(path.join(pictures, `${name}.png`));
}

async function plainText(bench) {
  await bench.open("market.txt");
  await check("a claim is underlined after an emoji, in CRLF", () => bench.isUnderlined("Experts argue"));
  await check("a passive is underlined", () => bench.isUnderlined("is widely seen"));
  await check("furniture is faded", async () => (await bench.opacityOf("Share this article")) < 1);
  await check("the article is not faded", async () => (await bench.opacityOf("The town council")) === 1);
  await check("the status bar counts", async () => /\d+ findings · \d+ words · \d+ % sourced/.test(await bench.page.locator("#copydesk\\.copydesk\\.copydesk, [id*=copydesk]").first().textContent()));
  await bench.command("Explorer: Focus on Outline View");
  await check("the outline of plain text", async () => holds(await bench.rows("Outline"), "What Comes Next"), () => bench.rows("Outline"));
  await check("no furniture in the outline", async () => !holds(await bench.rows("Outline"), "Related articles"));
  await bench.command("Copydesk: Show People");
  await check("the People view", async () => holds(await bench.rows("People"), "Henrik Aalto"), () => bench.rows("People"));
  await picture(bench, "article");
  const person = await bench.hover("Aalto said");
  report("hover on a surname tells who it is", /Henrik Aalto/.test(person) && /guild/.test(person) ? undefined : person);
  await picture(bench, "vscode");
  const claim = await bench.hover("Experts argue");
  report("hover on a claim says what is missing", /Experts/.test(claim) ? undefined : claim);
  await picture(bench, "claim");
  await bench.leave();
}

const holds = (rows, text) => rows.some((row) => row.replaceAll("\u00a0", " ").includes(text));

async function people(bench) {
  await bench.page.locator('.pane:has(.pane-header[aria-label^="People"]) .monaco-list-row:has-text("Henrik Aalto")').click();
  await check("a click on a person goes to the first mention", async () => (await bench.page.locator(".editor-instance .selected-text").count()) > 0);
  await bench.page.keyboard.press("ArrowRight");
}

async function editing(bench) {
  await bench.click("Share this article");
  await bench.page.keyboard.press("End");
  await bench.page.keyboard.press("Enter");
  await bench.page.keyboard.press("Enter");
  await bench.page.keyboard.type("😀 Critics say that the hall is too small. It has nine doors. It has one window.");
  await check("a new finding while typing", () => bench.isUnderlined("Critics say"));
  for (let i = 0; i < 60 && (await bench.text()).includes("😀"); i++) await bench.page.keyboard.press("Control+z");
  await check("undo takes it away", async () => !(await bench.text()).includes("😀"));
  await check("the others are still right", () => bench.isUnderlined("Experts argue"));
}

async function fixes(bench) {
  await bench.click("Share this article");
  const bulb = bench.page.locator('.codicon-light-bulb:visible, [class*="codicon-gutter-lightbulb"]:visible, .lightBulbWidget:visible').first();
  await bulb.click();
  await bench.page.locator('.action-widget .monaco-list-row.focused:has-text("Delete")').waitFor();
  await picture(bench, "fixes");
  await bench.page.keyboard.press("Enter");
  await check("the light bulb deletes furniture", async () => !(await bench.text()).includes("Share this article"));
  await bench.command("Copydesk: Clean the Article");
  await check("the command cleans the article", async () => !(await bench.text()).includes("Skip to content"), () => bench.text());
  const text = await bench.text();
  report("and keeps the article", text.includes("By Ilse Marten") && text.includes("Experts argue") ? undefined : text);
}

async function sources(bench) {
  await bench.command("Copydesk: Show the Table of Sources");
  const preview = () => bench.page.frames().map((frame) => frame.locator("table").first().textContent({ timeout: 500 }).catch(() => ""));
  await check("the table of sources", async () => (await Promise.all(preview())).some((text) => text.includes("Lindqvist")), async () => Promise.all(preview()));
  await picture(bench, "sources");
  await bench.command("View: Close All Editor Groups");
}

async function markdown(bench) {
  await bench.open("bridge.md");
  await check("a claim is underlined after a ZWJ emoji", () => bench.isUnderlined("several analysts have described"));
  await check("furniture of Markdown is faded", async () => (await bench.opacityOf("Share on Facebook")) < 1);
}

async function untitled(bench) {
  await bench.command("File: New Untitled Text File");
  await bench.page.waitForSelector('.tab.active:has-text("Untitled")');
  await bench.page.keyboard.type("Experts argue that the draft is fine.");
  await check("an untitled draft is checked", () => bench.isUnderlined("Experts argue"));
}

async function accidents(bench) {
  const [server] = bench.servers();
  process.kill(server, "SIGKILL");
  await check("the server comes back", () => bench.servers().some((pid) => pid !== server));
  const said = (await bench.messages()).filter((message) => message.includes("starting again"));
  report("it says so once", said.length === 1 ? undefined : JSON.stringify(await bench.messages()));
  await bench.page.keyboard.press("Enter");
  await bench.page.keyboard.type("Critics say so too.");
  await check("and goes on", () => bench.isUnderlined("Critics say"));
  bench.configure({ "copydesk.server.path": "/nowhere/copydesk" });
  await check("a missing program is told, with what to do", async () => (await bench.messages()).some((message) => message.includes("copydesk.server.path")));
  bench.configure({});
  await check("the right path starts it again", () => bench.servers().length === 1);
}

// Runs a part; one that stops half-way fails, and the next one goes on.
async function run(part, bench) {
  try {
    await part(bench);
  } catch (error) {
    report(`${part.name} runs to its end`, error.stack);
    if (pictures) await bench.page.screenshot({ path: path.join(pictures, `failed-${part.name}.png`) });
    await bench.page.keyboard.press("Escape");
  }
}

const articles = { "market.txt": fixture("market.txt").replaceAll("\n", "\r\n"), "bridge.md": fixture("bridge.md") };
const bench = await Workbench.start(cache, vsix, articles);
report("the extension installs");
for (const part of [plainText, people, editing, fixes, sources, markdown, untitled, accidents]) await run(part, bench);
const problem = await bench.stop().then(() => undefined, (error) => error.message);
report("VS Code ends, and the server with it", problem);
process.exit(failures ? 1 : 0);

// A real VS Code (its own web server, its own extension host) in headless Chromium, as a person would use it.
import { spawn, execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.commandCenter.enabled": false,
  "window.menuBarVisibility": "compact",
  "window.commandCenter": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "update.mode": "none",
  "git.enabled": false,
  "editor.accessibilitySupport": "off",
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "editor.occurrencesHighlight": "off",
};
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server"];
const CHROMIUM = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((file) => fs.existsSync(file));
const PATIENCE = 30_000;

export class Workbench {
  // cache: where vscode.sh put the editor; vsix: the extension; articles: name -> text
  static async start(cache, vsix, articles) {
    const bench = new Workbench();
    bench.home = fs.mkdtempSync(path.join(os.tmpdir(), "copydesk-vscode-"));
    bench.folder = path.join(bench.home, "articles");
    fs.mkdirSync(bench.folder);
    for (const [name, text] of Object.entries(articles)) fs.writeFileSync(path.join(bench.folder, name), text);
    bench.configure({});
    await bench.#startServer(cache, vsix);
    await bench.#startBrowser(cache);
    return bench;
  }

  // Writes the user's settings: those that keep the editor quiet, and `more`.
  configure(more) {
    const machine = path.join(this.home, "data/data/Machine");
    fs.mkdirSync(machine, { recursive: true });
    fs.writeFileSync(path.join(machine, "settings.json"), JSON.stringify({ ...SETTINGS, ...more }));
  }

  async #startServer(cache, vsix) {
    const main = path.join(cache, "node_modules/code-server/lib/vscode/out/server-main.js");
    const folders = ["--accept-server-license-terms", "--server-data-dir", `${this.home}/data`, "--extensions-dir", `${this.home}/extensions`];
    const env = { ...process.env };
    delete env.VSCODE_IPC_HOOK_CLI;
    execFileSync(process.execPath, [main, ...folders, "--install-extension", vsix], { env, stdio: "pipe" });
    this.port = await freePort();
    const own = ["--host", "127.0.0.1", "--port", String(this.port), "--without-connection-token", "--telemetry-level", "off"];
    this.server = spawn(process.execPath, [main, ...folders, ...own, "--disable-workspace-trust"], { env, stdio: "ignore" });
    await until("the server answers", () => fetch(this.#url()).then((answer) => answer.status < 500).catch(() => false));
  }

  #url() {
    return `http://127.0.0.1:${this.port}/?folder=${this.folder}`;
  }

  async #startBrowser(cache) {
    const { chromium } = createRequire(path.join(cache, "package.json"))("playwright-core");
    this.browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
    this.page = await this.browser.newPage({ viewport: { width: 1280, height: 800 } });
    this.page.setDefaultTimeout(PATIENCE);
    await this.page.goto(this.#url(), { waitUntil: "domcontentloaded" });
    await this.page.waitForSelector(".monaco-workbench .part.statusbar", { timeout: 90_000 });
    await this.page.waitForSelector(".explorer-folders-view .monaco-list-row", { timeout: 90_000 });
  }

  // Runs a command of the palette.
  async command(name) {
    await this.page.keyboard.press("F1");
    await this.#quickInput(`>${name}`, name);
  }

  // Opens a file of the folder.
  async open(name) {
    await this.page.keyboard.press("Control+p");
    await this.#quickInput(name, name);
    await this.page.waitForSelector(`.tab.active:has-text("${name}")`);
  }

  async #quickInput(text, row) {
    await this.page.waitForSelector(".quick-input-widget:visible input");
    await this.page.locator(".quick-input-widget input[type=text]").first().fill(text);
    await this.page.locator(`.quick-input-widget .monaco-list-row[aria-label^="${row}"]`).first().click();
    await this.page.waitForSelector(".quick-input-widget", { state: "hidden" });
  }

  // The pixels of a text in the editor; null when it is not on the screen.
  async boxOf(text) {
    return this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll(".editor-instance .view-line")) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        let whole = "";
        while (walker.nextNode()) {
          nodes.push([walker.currentNode, whole.length]);
          whole += walker.currentNode.data.replaceAll("\u00a0", " ");
        }
        const from = whole.indexOf(wanted);
        if (from < 0) continue;
        const place = (offset) => nodes.findLast(([node, start]) => start < offset + (offset === from ? 1 : 0) || start === 0);
        const range = document.createRange();
        const [first, firstStart] = place(from);
        const [last, lastStart] = place(from + wanted.length);
        range.setStart(first, from - firstStart);
        range.setEnd(last, from + wanted.length - lastStart);
        const box = range.getBoundingClientRect();
        return { x: box.x, y: box.y, width: box.width, height: box.height };
      }
      return null;
    }, text);
  }

  // Is there a squiggle of this severity from the first to the last pixel of the text?
  async isUnderlined(text, severity = "warning") {
    const word = await this.boxOf(text);
    const squiggles = await this.page.locator(`.editor-instance .squiggly-${severity}`).evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ x, y, width }) => ({ x, y, width })),
    );
    const near = (a, b, slack) => Math.abs(a - b) < slack;
    return word !== null && squiggles.some((one) => near(one.x, word.x, 3) && near(one.width, word.width, 4) && near(one.y, word.y, 22));
  }

  // The opacity with which the text is drawn.
  async opacityOf(text) {
    const box = await this.boxOf(text);
    if (!box) return undefined;
    return this.page.evaluate(({ x, y, width }) => {
      const away = (line) => Math.abs(line.getBoundingClientRect().y - y);
      const [line] = [...document.querySelectorAll(".editor-instance .view-line")].sort((a, b) => away(a) - away(b));
      const spans = [...line.querySelectorAll("span")].filter((one) => one.children.length === 0);
      const under = spans.find((one) => one.getBoundingClientRect().right > x + width / 2);
      return Number(getComputedStyle(under).opacity);
    }, box);
  }

  // Puts the cursor in the middle of a text.
  async click(text) {
    const box = await this.boxOf(text);
    if (!box) throw new Error(`not on the screen: ${text}`);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  // What the hover on a text says.
  async hover(text) {
    await this.leave();
    const box = await this.boxOf(text);
    if (!box) throw new Error(`not on the screen: ${text}`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await this.page.waitForSelector(".monaco-hover:not(.hidden) .hover-contents");
    const contents = () => this.page.locator(".monaco-hover:not(.hidden) .hover-contents").allTextContents();
    await until("the hover is there", async () => !(await contents()).some((one) => one.includes("Loading")));
    await this.settle(".monaco-hover");
    return (await contents()).join("\n");
  }

  // Waits for the animations of an element to end.
  async settle(selector) {
    await this.page.locator(selector).evaluateAll((all) => Promise.all(all.flatMap((one) => one.getAnimations().map((it) => it.finished))));
  }

  // Takes the mouse off the text, so that no hover is open.
  async leave() {
    await this.page.mouse.move(640, 2);
    await this.page.waitForSelector(".monaco-hover:not(.hidden) .hover-contents", { state: "detached" }).catch(() => {});
  }

  // The rows of a view in the side bar or the panel.
  async rows(view) {
    const pane = `.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`;
    return this.page.locator(pane).allTextContents();
  }

  async text() {
    return (await this.page.locator(".editor-instance .view-line").allTextContents()).join("\n").replaceAll("\u00a0", " ");
  }

  async messages() {
    return this.page.locator(".notification-list-item-message").allTextContents();
  }

  // Process ids of the language servers that this VS Code runs.
  servers() {
    const program = path.join(this.home, "extensions");
    return fs.readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandLine(pid).startsWith(program)).map(Number);
  }

  // A picture of the window, with few enough colours to be small.
  async picture(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
    execFileSync("pngquant", ["--force", "--skip-if-larger", "--strip", "--output", file, "64", file], { stdio: "ignore" });
  }

  async stop() {
    await this.browser?.close();
    this.server?.kill("SIGTERM");
    await until("VS Code ends its servers", () => this.servers().length === 0).finally(() => fs.rmSync(this.home, { recursive: true, force: true }));
  }
}

function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

async function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Waits for a condition, and fails with its name when it does not come true.
export async function until(name, condition) {
  const end = Date.now() + PATIENCE;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never: ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

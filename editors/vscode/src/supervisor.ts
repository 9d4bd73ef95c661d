/** Keeps the server running: starts it, restarts it when it dies, gives up when it keeps dying. */
import * as vscode from "vscode";
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, type LanguageClient, State as ClientState } from "vscode-languageclient/node";

export type State = "starting" | "running" | "stopped";

const FIRST_DELAY_MS = 250;
const MOST_DEATHS = 6;
/** A server that ran this long before it died has not been dying in a row. */
const STABLE_MS = 60_000;

export class Supervisor implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private deaths = 0;
  private startedAt = 0;

  /** `create` gives undefined when there is no server, and has said so. */
  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly create: (handler: ErrorHandler) => Promise<LanguageClient | undefined>,
    private readonly onState: (state: State) => void,
  ) {}

  /** Stops the server when it runs, and starts it. */
  async restart(): Promise<void> {
    await this.stop();
    this.deaths = 0;
    this.client = await this.create({
      error: () => ({ action: ErrorAction.Continue }),
      closed: () => this.closed(),
    });
    if (!this.client) return;
    this.client.onDidChangeState(({ newState }) => {
      if (newState === ClientState.Running) this.startedAt = Date.now();
      this.onState(newState === ClientState.Running ? "running" : newState === ClientState.Starting ? "starting" : "stopped");
    });
    await this.client.start().catch((error: unknown) => this.giveUp(`the server does not start: ${String(error)}`));
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose().catch((error: unknown) => this.log.warn(`stopping: ${String(error)}`));
    this.onState("stopped");
  }

  /** The answer of the server's command, or undefined while it does not run. */
  async ask<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
    if (!this.client?.isRunning()) return undefined;
    return this.client.sendRequest<T>("workspace/executeCommand", { command, arguments: args }).catch((error: unknown) => {
      this.log.warn(`${command}: ${String(error)}`);
      return undefined;
    });
  }

  /** The server died: comes back after a while that doubles with every death in a row. One message for all of them. */
  private async closed(): Promise<CloseHandlerResult> {
    this.deaths = Date.now() - this.startedAt > STABLE_MS ? 1 : this.deaths + 1;
    if (this.deaths > MOST_DEATHS) {
      this.giveUp(`the server stopped ${this.deaths} times in a row`);
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    this.onState("starting");
    if (this.deaths === 1) this.tell("the server stopped and is starting again.", "warning");
    await new Promise((resolve) => setTimeout(resolve, FIRST_DELAY_MS * 2 ** (this.deaths - 1)));
    return { action: CloseAction.Restart, handled: true };
  }

  private giveUp(reason: string): void {
    this.onState("stopped");
    this.tell(`${reason}.`, "error");
  }

  private tell(message: string, kind: "warning" | "error"): void {
    const show = "Show Log";
    const restart = "Restart";
    const text = `Copydesk: ${message}`;
    const choice =
      kind === "error" ? vscode.window.showErrorMessage(text, show, restart) : vscode.window.showWarningMessage(text, show);
    void choice.then((chosen) => {
      if (chosen === show) this.log.show();
      if (chosen === restart) void this.restart();
    });
  }

  dispose(): void {
    void this.stop();
  }
}

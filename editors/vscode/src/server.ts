/** Where the server program is. */
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";

const PROGRAM = process.platform === "win32" ? "copydesk.exe" : "copydesk";

/** The program of the setting, else the one inside the extension, else the one on PATH; undefined when there is none. */
export async function findServer(context: vscode.ExtensionContext): Promise<string | undefined> {
  const chosen = vscode.workspace.getConfiguration("copydesk").get("server.path", "").trim();
  if (chosen) return (await isProgram(chosen)) ? chosen : undefined;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const places = [context.asAbsolutePath(path.join("server", PROGRAM)), ...folders.map((folder) => path.join(folder, PROGRAM))];
  for (const place of places) {
    if (await isProgram(place)) return place;
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Says that there is no server, and what to do. */
export function tellMissing(): void {
  const chosen = vscode.workspace.getConfiguration("copydesk").get("server.path", "").trim();
  const message = chosen
    ? `Copydesk: ${chosen} (setting copydesk.server.path) is not a program that can be started.`
    : "Copydesk: the program copydesk is not inside this build of the extension and not on PATH. Install it (cargo install copydesk), or say where it is.";
  const settings = "Open Setting";
  void vscode.window.showErrorMessage(message, settings).then((choice) => {
    if (choice === settings) void vscode.commands.executeCommand("workbench.action.openSettings", "copydesk.server.path");
  });
}

/** What the command palette and the menu of the status bar offer. */
import * as vscode from "vscode";
import { isArticle } from "./documents";
import type { PeopleView } from "./people";
import type { SourcesDocument } from "./sources";
import type { Supervisor } from "./supervisor";

interface Parts {
  supervisor: Supervisor;
  people: PeopleView;
  sources: SourcesDocument;
  log: vscode.LogOutputChannel;
}

export function registerCommands({ supervisor, people, sources, log }: Parts): vscode.Disposable[] {
  const commands: Record<string, () => unknown> = {
    "copydesk.cleanArticle": cleanArticle,
    "copydesk.showSources": () => withArticle((editor) => sources.show(editor.document)),
    "copydesk.showPeople": () => people.focus(),
    "copydesk.ignoreHere": () => withArticle(ignoreHere),
    "copydesk.restartServer": () => supervisor.restart(),
    "copydesk.showLog": () => log.show(),
    "copydesk.menu": showMenu,
  };
  return Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run));
}

async function withArticle(run: (editor: vscode.TextEditor) => Promise<void>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor && isArticle(editor.document)) await run(editor);
}

async function cleanArticle(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.copydesk", apply: "first" });
}

/** Runs the server's action that ignores the finding at the cursor; asks when there are several. */
async function ignoreHere(editor: vscode.TextEditor): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    editor.selection,
    vscode.CodeActionKind.QuickFix.value,
  );
  const offers = actions.filter((action) => action.title.startsWith("Ignore"));
  if (offers.length === 0) {
    void vscode.window.showInformationMessage("Copydesk: there is no finding at the cursor.");
    return;
  }
  const chosen = offers.length === 1 ? offers[0] : await pick(offers);
  if (chosen?.edit) await vscode.workspace.applyEdit(chosen.edit);
  if (chosen?.command) await vscode.commands.executeCommand(chosen.command.command, ...(chosen.command.arguments ?? []));
}

async function pick(actions: vscode.CodeAction[]): Promise<vscode.CodeAction | undefined> {
  const choice = await vscode.window.showQuickPick(actions.map((action) => ({ label: action.title, action })));
  return choice?.action;
}

async function showMenu(): Promise<void> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: "$(warning) Findings", command: "workbench.actions.view.problems" },
      { label: "$(clear-all) Clean the article", command: "copydesk.cleanArticle" },
      { label: "$(table) Table of sources", command: "copydesk.showSources" },
      { label: "$(person) People", command: "copydesk.showPeople" },
      { label: "$(refresh) Restart the server", command: "copydesk.restartServer" },
      { label: "$(output) Show the log", command: "copydesk.showLog" },
    ],
    { title: "Copydesk" },
  );
  if (choice) await vscode.commands.executeCommand(choice.command);
}

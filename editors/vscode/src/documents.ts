/** Which documents are articles. */
import * as vscode from "vscode";

const LANGUAGES = ["markdown", "plaintext"];
const SCHEMES = ["file", "untitled", "vscode-vfs"];

/** Markdown and plain text, saved or not. Output panels and the old side of a comparison are not articles. */
export const ARTICLES = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));

export function isArticle(document: vscode.TextDocument): boolean {
  return vscode.languages.match(ARTICLES, document) > 0;
}

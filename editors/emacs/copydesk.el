;;; copydesk.el --- For people who edit articles  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "26.3"))
;; License: MIT OR Apache-2.0

;;; Commentary:

;; Marks page furniture and claims that nobody stands behind, tells who a named person is, and outlines articles in
;; Markdown and plain text, by the language server `copydesk lsp`.  With eglot:
;;
;;   (require 'copydesk)
;;   (add-hook 'text-mode-hook #'eglot-ensure)   ; markdown-mode is a text-mode
;;
;; With lsp-mode, `lsp-deferred' in place of `eglot-ensure'.

;;; Code:

(defgroup copydesk nil
  "For people who edit articles."
  :group 'text)

(defcustom copydesk-command '("copydesk" "lsp")
  "The server: a program and its arguments."
  :type '(repeat string))

(defvar eglot-server-programs)
(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentIdentifier "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-execute-code-action-by-kind "lsp-mode")
(defvar lsp-language-id-configuration)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons '((markdown-mode :language-id "markdown")
                       (gfm-mode :language-id "markdown")
                       (text-mode :language-id "plaintext"))
                     (lambda (&rest _) copydesk-command))))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(text-mode . "plaintext"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () copydesk-command))
                    :activation-fn (lambda (_file _mode) (derived-mode-p 'text-mode))
                    :add-on? t
                    :server-id 'copydesk)))

(defun copydesk--eglot-clean ()
  "Have eglot's server clean this article: it asks for the edit."
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command "copydesk.clean"
                         :arguments (vector (plist-get (eglot--TextDocumentIdentifier) :uri)))))

(defun copydesk-clean ()
  "Delete all page furniture of this article; bylines and credits stay."
  (interactive)
  (if (bound-and-true-p lsp-mode)
      (lsp-execute-code-action-by-kind "source.fixAll.copydesk")
    (copydesk--eglot-clean)))

(provide 'copydesk)
;;; copydesk.el ends here

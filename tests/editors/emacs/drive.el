;;; drive.el --- Holds what an author sees in Emacs with eglot  -*- lexical-binding: t; -*-

;; Debian keeps eglot and markdown-mode for Emacs 28 apart; -Q does not look there.
(dolist (folder (append (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa-src/*")
                        (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")))
  (push folder load-path))
(push (getenv "PLUGIN") load-path)
(require 'eglot)
(require 'imenu)
(require 'markdown-mode)
(require 'copydesk)

(setq eglot-sync-connect 15
      eglot-autoshutdown nil
      eglot-events-buffer-size 0
      eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      copydesk-command (list (getenv "COPYDESK") "lsp")
      project-find-functions (list (lambda (folder) (cons 'transient folder))))

(defvar failures 0)

(defun check (name ok &optional detail)
  (unless ok (setq failures (1+ failures)))
  (princ (format "%s %s%s\n" (if ok "PASS" "FAIL") name (if ok "" (format ": %S" detail)))))

(defun wait-for (condition)
  "Wait up to 15 seconds for CONDITION."
  (let ((end (+ (float-time) 15)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05)
      (sit-for 0.01))
    value))

(defun findings ()
  "The text under every diagnostic."
  (mapcar (lambda (diagnostic)
            (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))
          (flymake-diagnostics)))

(defun finding (beginning)
  (seq-some (lambda (text) (string-prefix-p beginning text)) (findings)))

(defun sync ()
  (when (fboundp 'eglot--signal-textDocument/didChange) (eglot--signal-textDocument/didChange))
  (flymake-start nil t))

(defun expect-finding (beginning)
  (check (concat "a finding on " beginning) (wait-for (lambda () (sync) (finding beginning))) (findings)))

(defun open (file)
  (set-buffer (find-file-noselect (expand-file-name file (getenv "WORK"))))
  (apply #'eglot (eglot--guess-contact))
  (check (concat file ": the server starts") (wait-for #'eglot-current-server))
  (unless (bound-and-true-p eglot--managed-mode) (eglot--maybe-activate-editing-mode))
  (flymake-mode 1))

(defun hover (word)
  (goto-char (point-min))
  (search-forward word)
  (goto-char (match-beginning 0))
  (let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (and answer (substring-no-properties (eglot--hover-info (plist-get answer :contents) (plist-get answer :range))))))

(defun plain-text ()
  (open "market.txt")
  (expect-finding "Experts")
  (expect-finding "Share this article")
  (let ((text (hover "Aalto said")))
    (check "hover on a surname tells who it is" (and text (string-match-p "Henrik Aalto" text)) text))
  (let ((outline (format "%S" (funcall imenu-create-index-function))))
    (check "outline of plain text" (string-match-p "What Comes Next" outline) outline))
  (buffer-enable-undo)
  (goto-char (point-max))
  (insert "\n😀 👩‍👩‍👧 Critics say that the hall is too small. It has nine doors. It has one window.\n")
  (expect-finding "Critics")
  (copydesk-clean)
  (check "copydesk-clean deletes the furniture"
         (wait-for (lambda () (goto-char (point-min)) (not (search-forward "Share this article" nil t)))))
  (goto-char (point-min))
  (check "copydesk-clean keeps the article" (search-forward "Experts argue" nil t))
  (expect-finding "Critics"))

(defun clean-exit ()
  (let* ((server (eglot-current-server)) (process (jsonrpc--process server)))
    (eglot-shutdown server nil 10 t)
    ;; Emacs kills the process itself when it is not at once gone: its status tells nothing.
    (check "the server ends" (wait-for (lambda () (not (process-live-p process)))))))

(condition-case problem
    (progn
      (plain-text)
      (open "bridge.md")
      (expect-finding "several analysts")
      (dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
      (clean-exit))
  (error (check "the driver runs to its end" nil problem)))
(kill-emacs (if (= failures 0) 0 1))

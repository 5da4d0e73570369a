;;; Drives Emacs with Eglot through one posting, as its user would, and writes down what there was to see.  -*- lexical-binding: t -*-
;; Needs POSTING_LENS_RESULT, the file to write, and POSTING_LENS_POSTING, the file to visit. The set-up is loaded before.

(require 'cl-lib)
(require 'json)

(defun drive-wait (what condition)
  "Wait until CONDITION holds; WHAT names it for the one who reads that it never did."
  (let ((limit (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) limit) (error "Waited in vain: %s" what))
      (accept-process-output nil 0.02))))

(defun drive-diagnostics ()
  "What Flymake shows, as Eglot got it."
  (flymake-start)
  (vconcat
   (mapcar (lambda (diagnostic)
             (let ((spec (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
               `((code . ,(plist-get spec :code))
                 (severity . ,(plist-get spec :severity))
                 (message . ,(plist-get spec :message))
                 (line . ,(1- (line-number-at-pos (flymake-diagnostic-beg diagnostic)))))))
           (flymake-diagnostics))))

(defun drive-text (buffer)
  (with-current-buffer buffer (buffer-substring-no-properties (point-min) (point-max))))

(defun drive ()
  "Go through the posting and return what there was to see."
  (switch-to-buffer (find-file-noselect (getenv "POSTING_LENS_POSTING")))
  ;; `eglot-ensure' connects after the command that visited the file; in batch there is none.
  (run-hooks 'post-command-hook)
  (drive-wait "a server" #'eglot-current-server)
  (let* ((server (eglot-current-server)) before hover actions text log)
    (drive-wait "diagnostics" (lambda () (> (length (drive-diagnostics)) 0)))
    (setq before (drive-diagnostics))

    (goto-char (point-min))
    (search-forward "- Plan our")
    (eglot-hover-eldoc-function (lambda (shown &rest _) (setq hover (substring-no-properties shown))))
    (drive-wait "a hover" (lambda () hover))

    (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
    ;; Emacs would ask in the minibuffer, as after a key; its user takes the first.
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ items &rest _) (car (setq actions (mapcar #'car items)))))
              (last-nonmenu-event ?\r)
              (version (buffer-chars-modified-tick)))
      (call-interactively #'eglot-code-actions)
      (drive-wait "a change" (lambda () (/= version (buffer-chars-modified-tick)))))
    ;; Eglot tells of changes when Emacs is idle, which it never is in batch.
    (eglot--signal-textDocument/didChange)
    (drive-wait "diagnostics to go" (lambda () (= 0 (length (drive-diagnostics)))))
    (setq text (drive-text (current-buffer))
          log (concat (drive-text (jsonrpc-events-buffer server)) (drive-text (jsonrpc-stderr-buffer server))))

    ;; `eglot-shutdown' says the same, and then kills the process without waiting for it.
    (setf (eglot--shutdown-requested server) t)
    (jsonrpc-request server :shutdown nil)
    (jsonrpc-notify server :exit nil)
    (drive-wait "the end of the server" (lambda () (not (jsonrpc-running-p server))))
    `((before . ,before) (hover . ,hover) (actions . ,(vconcat actions)) (text . ,text) (log . ,log))))

(let ((seen (condition-case failure (drive) (error `((failure . ,(error-message-string failure)))))))
  (let ((coding-system-for-write 'utf-8))
    (with-temp-file (getenv "POSTING_LENS_RESULT")
      (insert (decode-coding-string (json-serialize seen) 'utf-8)))))
(set-buffer-modified-p nil)
(kill-emacs 0)

-- For `vim.lsp.enable("copydesk")` without `setup`, Neovim 0.11 and later.
return require("copydesk").options

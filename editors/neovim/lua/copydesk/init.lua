--- Copydesk in Neovim: `require("copydesk").setup()` starts the server for every article.
local M = {}

--- @class copydesk.Options
--- @field cmd string[] the server
--- @field filetypes string[] what an article is
--- @field root_markers string[] files that stand at the top of a folder of articles
--- @field settings table sent to the server as its configuration
local defaults = {
  cmd = { "copydesk", "lsp" },
  filetypes = { "markdown", "text" },
  root_markers = { "copydesk.toml", "people.toml", ".git" },
  settings = { copydesk = {} },
}

--- The options in force, those of `setup` over the defaults.
M.options = defaults

--- Starts the server for buffers of the file types, those that are open included. Maps nothing.
--- @param options copydesk.Options|nil
function M.setup(options)
  M.options = vim.tbl_deep_extend("force", defaults, options or {})
  require("copydesk.server").enable(M.options)
end

return M

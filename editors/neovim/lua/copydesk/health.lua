--- :checkhealth copydesk
local M = {}

--- The reporting functions had other names and places before.
local function reporters()
  local health = vim.health or require("health")
  return {
    start = health.start or health.report_start,
    ok = health.ok or health.report_ok,
    warn = health.warn or health.report_warn,
    error = health.error or health.report_error,
  }
end

function M.check()
  local report = reporters()
  report.start("copydesk")
  if vim.fn.has("nvim-0.7") == 0 then
    report.error("Neovim 0.7 or later is needed")
  end
  local program = require("copydesk").options.cmd[1]
  if vim.fn.executable(program) == 0 then
    report.error(program .. " is not a program", { "cargo install copydesk, or setup { cmd = { '/path/to/copydesk', 'lsp' } }" })
    return
  end
  report.ok(vim.trim(vim.fn.system({ program, "--version" })) .. " (" .. vim.fn.exepath(program) .. ")")
  local running = vim.tbl_filter(function(client)
    return client.name == "copydesk"
  end, (vim.lsp.get_clients or vim.lsp.get_active_clients)())
  if #running > 0 then
    report.ok("the server runs")
  else
    report.warn("the server does not run", { "open a Markdown or text file after require('copydesk').setup()" })
  end
end

return M

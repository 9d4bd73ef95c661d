-- Opens our own articles in Neovim with the plugin and holds what an author would see. Works from 0.7 on.
local WAIT = 15000
local failures = 0

local function check(name, ok, detail)
  failures = failures + (ok and 0 or 1)
  io.stdout:write(string.format("%s %s%s\n", ok and "PASS" or "FAIL", name, ok and "" or ": " .. vim.inspect(detail)))
end

local function wait_for(condition)
  return vim.wait(WAIT, condition, 20)
end

local buffer

local function client()
  return require("copydesk.server").client()
end

--- The text under a diagnostic, through Neovim's own byte columns; empty while an edit has left the range behind.
local function text_of(diagnostic)
  local at = { diagnostic.lnum, diagnostic.col, diagnostic.end_lnum, diagnostic.end_col }
  local ok, lines = pcall(vim.api.nvim_buf_get_text, buffer, at[1], at[2], at[3], at[4], {})
  return ok and table.concat(lines, "\n") or ""
end

--- Is there a finding of the rule (a prefix) on a text that begins so?
local function finding(rule, beginning)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if vim.startswith(diagnostic.code or "", rule) and vim.startswith(text_of(diagnostic), beginning) then
      return diagnostic
    end
  end
end

local function findings()
  return vim.tbl_map(function(diagnostic)
    return (diagnostic.code or "?") .. ": " .. text_of(diagnostic)
  end, vim.diagnostic.get(buffer))
end

local function expect_finding(rule, beginning)
  check(rule .. " on " .. beginning, wait_for(function()
    return finding(rule, beginning) ~= nil
  end), findings())
end

--- No range may begin or end inside a word, or at a blank.
local function check_edges()
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    local text = text_of(diagnostic)
    local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, false)[1]
    local inside = line:sub(diagnostic.col, diagnostic.col):match("%a") and text:match("^%a")
    if text == "" or text:match("^%s") or text:match("%s$") or inside then
      check("ranges end at words", false, text)
    end
  end
  check("ranges end at words", true)
end

local function request(method, params)
  local results = vim.lsp.buf_request_sync(buffer, method, params, WAIT) or {}
  for _, result in pairs(results) do
    return result.result
  end
end

local function position_of(word)
  local lnum, col = unpack(vim.fn.searchpos(word, "nw"))
  vim.api.nvim_win_set_cursor(0, { lnum, col - 1 })
  return vim.lsp.util.make_position_params(0, client().offset_encoding)
end

local function hover(word)
  local answer = request("textDocument/hover", position_of(word))
  return answer and table.concat(vim.lsp.util.convert_input_to_markdown_lines(answer.contents), "\n") or ""
end

local function headings()
  local symbols = request("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params(buffer) })
  return vim.tbl_map(function(item)
    return (item.text:gsub("^%[.-%] ", ""))
  end, vim.lsp.util.symbols_to_items(symbols or {}, buffer, client().offset_encoding))
end

local function open(file)
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.WORK .. "/" .. file))
  buffer = vim.api.nvim_get_current_buf()
  check(file .. ": the server starts", wait_for(function()
    return client() and next(client().server_capabilities or {}) ~= nil
  end))
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "xt", false)
end

--- Applies the first action at the word whose title begins so.
local function apply_action(word, title)
  local position = position_of(word).position
  local here = vim.lsp.util.make_range_params(0, client().offset_encoding)
  here.context = { diagnostics = {} }
  here.range = { start = position, ["end"] = position }
  for _, action in ipairs(request("textDocument/codeAction", here) or {}) do
    if vim.startswith(action.title, title) and action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, client().offset_encoding)
      return true
    end
  end
end

local function contains(text)
  return vim.fn.search(text, "nw") > 0
end

local function quickfix_texts()
  return vim.tbl_map(function(item)
    return item.text
  end, vim.fn.getqflist())
end

--- Runs the command and waits for its quickfix list.
local function quickfix_after(command)
  vim.fn.setqflist({}, "r")
  vim.cmd(command)
  wait_for(function()
    return #vim.fn.getqflist() > 0
  end)
  vim.cmd("cclose")
end

local function holds(list, text)
  return #vim.tbl_filter(function(item)
    return item:find(text, 1, true) ~= nil
  end, list) > 0
end

local function plain_text()
  open("market.txt")
  check("CRLF is seen", vim.bo.fileformat == "dos", vim.bo.fileformat)
  expect_finding("attribution/vague-source", "Experts")
  expect_finding("attribution/agentless-passive", "is widely seen")
  expect_finding("boilerplate/", "Share this article")
  check_edges()
  local text = hover("Aalto said")
  check("hover on a surname tells who it is", text:find("Henrik Aalto", 1, true) and text:find("guild", 1, true), text)
  local outline = headings()
  check("outline of plain text", holds(outline, "What Comes Next"), outline)
  check("no furniture in the outline", not holds(outline, "Related articles"), outline)
end

local function editing()
  type_keys("Go<CR>😀 👩‍👩‍👧 Critics say that the hall is too small. It has nine doors. It has one window.<Esc>")
  expect_finding("attribution/vague-source", "Critics")
  vim.cmd("silent undo")
  check("undo takes the finding away", wait_for(function()
    return not finding("attribution/", "Critics")
  end), findings())
  type_keys("ggO😀 Analysts warn of delays.<CR><Esc>")
  expect_finding("attribution/vague-source", "Experts")
  vim.cmd("silent undo")
  check("the fix at the cursor is applied", apply_action("Share this article", "Delete") and not contains("Share this article"))
  check("the finding goes with its text", wait_for(function()
    return not finding("boilerplate/", "Share this")
  end), findings())
end

local function commands()
  vim.ui.select = function(people, options, choose)
    for _, person in ipairs(people) do
      if options.format_item(person):find("Lindqvist", 1, true) then
        choose(person)
      end
    end
  end
  quickfix_after("CopydeskPeople")
  check(":CopydeskPeople lists a person's mentions", holds(quickfix_texts(), "mention: Lindqvist"), quickfix_texts())
  quickfix_after("CopydeskSources")
  check(":CopydeskSources lists who said what", holds(quickfix_texts(), "Aalto"), quickfix_texts())
  vim.cmd("CopydeskClean")
  check(":CopydeskClean deletes the furniture", wait_for(function()
    return not contains("Share this article") and not contains("All rights reserved")
  end), vim.api.nvim_buf_get_lines(buffer, 0, -1, false))
  check(":CopydeskClean keeps the article", contains("By Ilse Marten") and contains("Experts argue"))
end

local function markdown()
  open("bridge.md")
  expect_finding("attribution/vague-source", "several analysts")
  check_edges()
  check("outline of Markdown", holds(headings(), "Who Paid for It"), headings())
end

local function health()
  vim.cmd("silent checkhealth copydesk")
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
  check(":checkhealth finds the program", report:find("copydesk %d+%.%d+") and report:find("the server runs", 1, true), report)
end

--- The server's exit status, by a program that wraps it.
local function clean_exit(status_file)
  for _, running in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    if vim.fn.has("nvim-0.11") == 1 then running:stop() else running.stop() end
  end
  check("the server exits with status 0", wait_for(function()
    return vim.fn.filereadable(status_file) == 1 and vim.fn.readfile(status_file)[1] == "0"
  end), vim.fn.filereadable(status_file) == 1 and vim.fn.readfile(status_file) or "it still runs")
end

local function main()
  vim.o.hidden = true
  -- The Markdown file type of 0.12 starts a parser that Debian packs apart.
  if vim.treesitter and vim.treesitter.start then
    vim.treesitter.start = function() end
  end
  vim.opt.runtimepath:append(vim.env.PLUGIN)
  vim.cmd("runtime plugin/copydesk.lua")
  local status_file = vim.fn.tempname()
  require("copydesk").setup({ cmd = { "sh", "-c", '"$COPYDESK" lsp; echo $? > ' .. status_file } })
  plain_text()
  editing()
  commands()
  markdown()
  require("copydesk").options.cmd = { vim.env.COPYDESK, "lsp" }
  health()
  clean_exit(status_file)
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then
  check("the driver runs to its end", false, problem)
end
io.stdout:flush()
vim.cmd(failures == 0 and "qall!" or "cquit 1")

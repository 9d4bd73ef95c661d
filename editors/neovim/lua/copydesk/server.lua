--- Starts the server, by the means of whatever Neovim this is.
local M = {}

local NAME = "copydesk"

--- Neovim 0.11 and later keep the configuration themselves.
local function enable_config(options)
  vim.lsp.config(NAME, options)
  vim.lsp.enable(NAME)
end

--- The folder that holds one of the markers, above `file`; nil when there is none.
local function root_of(file, markers)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  while folder ~= "" do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(folder .. "/" .. marker) then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ":h")
    folder = parent ~= folder and parent or ""
  end
end

--- Clients of `start_client`, by folder ("" for articles without one): Neovim 0.7 does not share them by itself.
local started = {}

local function start_shared(config, buffer)
  local key = config.root_dir or ""
  local id = started[key]
  if not (id and vim.lsp.get_client_by_id(id)) then
    id = vim.lsp.start_client(config)
    started[key] = id
  end
  vim.lsp.buf_attach_client(buffer, id)
end

local function attach(options, buffer)
  if vim.bo[buffer].buftype ~= "" then
    return
  end
  local config = {
    name = NAME,
    cmd = options.cmd,
    settings = options.settings,
    root_dir = root_of(vim.api.nvim_buf_get_name(buffer), options.root_markers),
  }
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function()
      vim.lsp.start(config)
    end)
  else
    start_shared(config, buffer)
  end
end

--- Attaches to every buffer of the file types, now and later.
local function enable_by_filetype(options)
  local group = vim.api.nvim_create_augroup("copydesk", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event)
      attach(options, event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, vim.bo[buffer].filetype) then
      attach(options, buffer)
    end
  end
end

--- Starts the server for articles.
--- @param options copydesk.Options
function M.enable(options)
  if vim.lsp.config and vim.lsp.enable then
    enable_config(options)
  else
    enable_by_filetype(options)
  end
end

--- The clients of the current buffer: the function has been renamed on the way to Neovim 0.10.
local function clients()
  return vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = 0 }) or vim.lsp.buf_get_clients(0)
end

--- The client of the current buffer, nil when there is none.
function M.client()
  for _, client in pairs(clients()) do
    if client.name == NAME then
      return client
    end
  end
end

--- Sends a request for the current buffer; `answer` gets the result of one that went well. Everything else is said.
function M.request(method, params, answer)
  local client = M.client()
  if not client then
    vim.notify("Copydesk does not run in this buffer (:checkhealth copydesk)", vim.log.levels.WARN)
    return
  end
  local function handler(err, result)
    if err then
      vim.notify("Copydesk: " .. err.message, vim.log.levels.ERROR)
    else
      answer(result, client)
    end
  end
  -- The number, not 0: Neovim 0.7 sends pending changes first only of the buffer that is named.
  local buffer = vim.api.nvim_get_current_buf()
  if vim.fn.has("nvim-0.11") == 1 then
    client:request(method, params, handler, buffer)
  else
    client.request(method, params, handler, buffer)
  end
end

return M

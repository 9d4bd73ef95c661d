--- What :CopydeskClean, :CopydeskSources and :CopydeskPeople do.
local server = require("copydesk.server")
local M = {}

local function uri()
  return vim.uri_from_bufnr(0)
end

--- Asks the server to run one of its commands on this article.
local function ask(command, answer)
  server.request("workspace/executeCommand", { command = command, arguments = { uri() } }, function(result, client)
    answer(result or {}, client)
  end)
end

--- Fills and opens the quickfix list. `passages` are the server's: `{ text, range }`.
local function quickfix(title, passages, client)
  local locations = {}
  for _, passage in ipairs(passages) do
    locations[#locations + 1] = { uri = uri(), range = passage.range }
  end
  local items = vim.lsp.util.locations_to_items(locations, client.offset_encoding)
  for index, item in ipairs(items) do
    item.text = passages[index].text
  end
  vim.fn.setqflist({}, " ", { title = title, items = items })
  vim.cmd("copen")
end

local function by_place(a, b)
  local from, to = a.range.start, b.range.start
  return from.line < to.line or (from.line == to.line and from.character < to.character)
end

--- Deletes all page furniture: the server asks for the edit.
function M.clean()
  ask("copydesk.clean", function() end)
end

--- Who said what, as a quickfix list.
function M.sources()
  ask("copydesk.sources", function(answer, client)
    local passages = {}
    for _, row in ipairs(answer.rows or {}) do
      passages[#passages + 1] = { text = row.source .. ": " .. row.text, range = row.range }
    end
    table.sort(passages, by_place)
    quickfix("Sources", passages, client)
  end)
end

--- All that the article has on a person, in the order of the text.
local function passages_of(person)
  local passages = {}
  for _, kind in ipairs({ "roles", "statements", "mentions" }) do
    for _, passage in ipairs(person[kind] or {}) do
      passages[#passages + 1] = { text = kind:sub(1, -2) .. ": " .. passage.text, range = passage.range }
    end
  end
  table.sort(passages, by_place)
  return passages
end

--- Asks for a person, then lists roles, statements and mentions.
function M.people()
  ask("copydesk.people", function(people, client)
    local function label(person)
      local role = (person.roles or {})[1]
      return role and (person.name .. ", " .. role.text) or person.name
    end
    vim.ui.select(people, { prompt = "People", format_item = label }, function(person)
      if person then
        quickfix(person.name, passages_of(person), client)
      end
    end)
  end)
end

return M

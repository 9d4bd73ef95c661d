if vim.g.loaded_copydesk then
  return
end
vim.g.loaded_copydesk = true

for name, description in pairs({
  Clean = "Delete all page furniture of the article",
  Sources = "List who said what",
  People = "Choose a person of the article and list roles, statements and mentions",
}) do
  vim.api.nvim_create_user_command("Copydesk" .. name, function()
    require("copydesk.commands")[name:lower()]()
  end, { desc = description })
end

-- Drives Neovim through one posting, as its user would, and writes down what there was to see.
-- Needs POSTING_LENS_RESULT: the file to write. The posting is the current buffer; the set-up is Neovim's own.

local function wait(what, condition)
  if not vim.wait(60000, condition, 10) then error('waited in vain: ' .. what) end
end

local function diagnostics()
  return vim.tbl_map(function(diagnostic)
    return {
      code = diagnostic.code or diagnostic.user_data.lsp.code,
      severity = diagnostic.severity,
      message = diagnostic.message,
      line = diagnostic.lnum,
    }
  end, vim.diagnostic.get(0))
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local function read(path)
  local file = io.open(path)
  if not file then return '' end
  local content = file:read('*a')
  file:close()
  return content
end

local function drive()
  local seen = {}
  local buffer = vim.api.nvim_get_current_buf()

  wait('diagnostics', function() return #diagnostics() > 0 end)
  seen.before = diagnostics()

  vim.fn.cursor(vim.fn.search('^- Plan'), 10)
  vim.lsp.buf.hover()
  wait('a hover', function() return float() ~= nil end)
  seen.hover = text(vim.api.nvim_win_get_buf(float()))
  vim.api.nvim_win_close(float(), true)

  -- Neovim would show a list; its user takes the first.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item, items)
    choose(items[1], 1)
  end
  vim.fn.cursor(seen.before[1].line + 1, 10)
  local version = vim.api.nvim_buf_get_changedtick(buffer)
  vim.lsp.buf.code_action()
  wait('a change', function() return vim.api.nvim_buf_get_changedtick(buffer) ~= version end)
  wait('diagnostics to go', function() return #diagnostics() == 0 end)
  seen.text = text(buffer)

  -- Newer versions have another name for it.
  for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    vim.lsp.stop_client(client.id)
    wait('the end of the server', function() return client.is_stopped(client) end)
  end
  seen.log = read(require('vim.lsp.log').get_filename())
  return seen
end

local done, seen = xpcall(drive, debug.traceback)
local file = assert(io.open(vim.env.POSTING_LENS_RESULT, 'w'))
file:write(vim.json.encode(done and seen or { failure = seen }))
file:close()
vim.cmd('qall!')

" Copydesk as a linter of ALE, for Markdown.
call ale#Set('copydesk_executable', 'copydesk')

call ale#linter#Define('markdown', {
\   'name': 'copydesk',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'copydesk_executable')},
\   'command': '%e lsp',
\   'language': 'markdown',
\   'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
\})

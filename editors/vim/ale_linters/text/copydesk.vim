" Copydesk as a linter of ALE, for plain text.
call ale#Set('copydesk_executable', 'copydesk')

call ale#linter#Define('text', {
\   'name': 'copydesk',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'copydesk_executable')},
\   'command': '%e lsp',
\   'language': 'plaintext',
\   'project_root': {buffer -> fnamemodify(bufname(buffer), ':p:h')},
\})

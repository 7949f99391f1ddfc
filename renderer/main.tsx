// Replaced by the shell.
document.querySelector('#root')?.setAttribute('data-ready', 'true');

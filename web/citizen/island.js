// The only script of the public pages: shows what works with scripts alone. Without it nothing is missing.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

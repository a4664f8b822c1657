// The button that prints the page; without scripts the browser's own command does.
const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

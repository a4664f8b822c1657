// The button that prints the page; without scripts the browser's own command does.
const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
// What does not fit on a label is cut off without a word, so she is told before she prints sixty of them.
const cut = document.querySelector('[data-cut]');
const face = document.querySelector('.face');
if (cut && face) cut.hidden = face.scrollHeight <= face.clientHeight;

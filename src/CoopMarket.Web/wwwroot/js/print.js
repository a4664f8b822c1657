// The button that prints the page; without scripts the browser's own command does.
const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
// What does not fit on a label of a sheet is cut off without a word, so she is told before she prints sixty of them; measured in
// the letters that are printed, which may come later than this script.
const cut = document.querySelector('[data-cut]');
const face = document.querySelector('.face');
if (face) document.fonts.ready.then(() => {
  if (cut) cut.hidden = face.scrollHeight <= face.clientHeight;
  grow(document.querySelector('.labels.r58, .labels.r80'));
});
// A label of a roll is as long as its text; without scripts what is longer goes on on the next piece.
function grow(roll) {
  if (!roll) return;
  const { width, height } = face.getBoundingClientRect();
  const [wide, tall] = [width, height].map(px => Math.ceil((px / 96 * 25.4 - .01) * 10) / 10);
  const sheet = [...document.styleSheets].find(s => [...s.cssRules].some(r => r instanceof CSSPageRule));
  sheet?.insertRule(`@page roll${roll.classList.contains('r58') ? 58 : 80} { size: ${wide}mm ${tall}mm; margin: 0; }`, sheet.cssRules.length);
}

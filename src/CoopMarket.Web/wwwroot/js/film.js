// A film plays in place once somebody presses its picture; before that nothing of its site is loaded.
for (const door of document.querySelectorAll('a[data-player^="https"]')) {
  const note = door.parentElement.querySelector('figcaption span');
  if (note) note.textContent = door.dataset.here;
  door.addEventListener('click', (press) => {
    if (press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
    press.preventDefault();
    const frame = document.createElement('iframe');
    frame.title = door.dataset.title;
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    // The player asks who shows it, and plays for nobody who doesn't say.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.sandbox = 'allow-scripts allow-same-origin allow-popups allow-presentation';
    frame.width = 640;
    frame.height = 360;
    frame.src = `${door.dataset.player}?autoplay=1&playsinline=1&rel=0`;
    door.replaceWith(frame);
    frame.focus();
  });
}

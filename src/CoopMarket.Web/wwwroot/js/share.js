// Copying, and the phone's own sheet, where the browser has them.
const [copy] = document.querySelectorAll('[data-copy]');
const [share] = document.querySelectorAll('[data-share]');
if (copy && navigator.clipboard) {
  copy.classList.remove('later');
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      copy.textContent = copy.dataset.done;
    } catch {
      copy.hidden = true;
    }
  });
}
if (share && navigator.share) {
  share.classList.remove('later');
  share.addEventListener('click', () => navigator.share({ title: share.dataset.title, url: share.dataset.share }).catch(() => {}));
}

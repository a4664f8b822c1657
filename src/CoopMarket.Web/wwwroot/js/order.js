// The order's link: shared where the phone can, copied elsewhere.
const link = document.querySelector('[data-link]');
const share = document.querySelector('[data-share]');
if (link && share && (navigator.share || navigator.clipboard)) {
  share.hidden = false;
  share.addEventListener('click', async () => {
    try {
      if (navigator.share) await navigator.share({ url: link.value });
      else await navigator.clipboard.writeText(link.value);
    } catch {
      link.focus();
      link.select();
    }
  });
}

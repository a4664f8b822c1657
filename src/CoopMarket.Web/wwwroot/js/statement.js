// Shows how far a statement is taken in: every two seconds while the page is seen.
const pause = 2000;

async function look() {
  if (document.hidden) return;
  const going = document.querySelector('[data-going=True]');
  if (!going) return;
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    going.replaceWith(page.querySelector('[data-going]'));
  } catch {
    // No signal: the next look comes anyway.
  }
}

setInterval(look, pause);
document.addEventListener('visibilitychange', look);

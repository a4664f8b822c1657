// Keeps what is typed: two seconds after the last key the form is sent as it stands, and the sign over the desk says so.
const PAUSE = 2000;
const AGAIN = 10000;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const sign = document.getElementById('saved');
  let waiting = 0;
  let running = null;

  const say = (sentence) => { if (sign) sign.textContent = sentence; };

  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };

  const keep = async () => {
    stop();
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form), signal: running.signal });
      if (answer.status === 200 || answer.status === 422) say(await answer.text());
      else throw new Error(answer.status);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      say(form.dataset.later);
      waiting ||= setTimeout(keep, AGAIN);
    }
  };

  form.addEventListener('input', () => {
    stop();
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', () => { stop(); running?.abort(); });
  addEventListener('online', () => { if (waiting) keep(); });
  addEventListener('pagehide', () => {
    if (waiting) navigator.sendBeacon(form.dataset.autosave, new FormData(form));
  });
}

// Keeps what is typed: two seconds after the last key the form is sent as it stands, and the sign over the desk says so.
const PAUSE = 2000;
const AGAIN = 10000;
const PATIENCE = 15000;

for (const form of document.querySelectorAll('form[data-autosave^="/"]')) {
  const sign = document.getElementById('saved');
  // What the text was known by; the answer says what it is known by now.
  const seen = form.elements['Form.Seen'];
  let waiting = 0;
  let running = null;
  let more = false;

  const say = (sentence) => { if (sign) sign.textContent = sentence; };

  const typed = () => {
    const body = new FormData(form);
    for (const input of form.querySelectorAll('input[type=file]')) body.delete(input.name);
    return body;
  };

  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };

  const send = async () => {
    const patience = new AbortController();
    const over = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: typed(), signal: patience.signal });
      if (![200, 409, 422].includes(answer.status)) throw new Error(answer.status);
      say(await answer.text());
      if (seen && answer.headers.has('Form-Seen')) seen.value = answer.headers.get('Form-Seen');
    } catch {
      say(form.dataset.later);
      waiting ||= setTimeout(keep, AGAIN);
    } finally {
      clearTimeout(over);
    }
  };

  // One after another: what overtakes another would be kept over it.
  const keep = async () => {
    stop();
    more = running !== null;
    if (more) return;
    running = send();
    await running;
    running = null;
    if (more) keep();
  };

  form.addEventListener('input', (input) => {
    if (input.target.type === 'file') return;
    stop();
    waiting = setTimeout(keep, PAUSE);
  });
  form.addEventListener('submit', async (press) => {
    stop();
    more = false;
    if (!running) return;
    press.preventDefault();
    await running;
    stop();
    form.requestSubmit(press.submitter);
  });
  addEventListener('online', () => { if (waiting) keep(); });
  addEventListener('pagehide', () => {
    if (waiting) navigator.sendBeacon(form.dataset.autosave, typed());
  });
  // A page that comes back from the browser's memory knows its text by what it was before.
  addEventListener('pageshow', (back) => { if (back.persisted && seen) location.reload(); });
}

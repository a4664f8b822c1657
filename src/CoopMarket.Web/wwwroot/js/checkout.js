// Delivery is priced anew as soon as the country, the province or a way is chosen; nothing typed is lost, also not what is typed
// while the answer is on its way.
let asked = 0;
let sent = false;

const keep = (typed, fresh) => {
  for (const field of typed.querySelectorAll('input[id]:not([type=radio]), textarea')) {
    const twin = fresh.querySelector(`${field.tagName}#${field.id}`);
    if (twin) twin.value = field.value;
  }
  for (const choice of typed.querySelectorAll('input[type=radio]:checked:not([data-reprice]), input[type=checkbox]')) {
    const twin = [...fresh.querySelectorAll('input:not(:disabled)')].find((one) => one.name === choice.name && one.value === choice.value);
    if (twin) twin.checked = choice.checked;
  }
};

const begin = () => {
  const form = document.querySelector('[data-checkout]');
  if (!form) return;
  const update = form.querySelector('[data-update]');
  form.addEventListener('change', async (event) => {
    if (!event.target.matches('[data-reprice]')) return;
    const question = ++asked;
    const main = document.querySelector('main');
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(update.formAction, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (question !== asked) return;
      const fresh = page.querySelector('main');
      const { id, selectionStart, selectionEnd } = document.activeElement ?? {};
      keep(form, fresh);
      main.replaceWith(fresh);
      // The icons of the new part are defined in the sprite.
      document.querySelector('.sprite').replaceWith(page.querySelector('.sprite'));
      const focused = id && document.getElementById(id);
      if (focused) {
        focused.focus();
        if (selectionStart != null) focused.setSelectionRange?.(selectionStart, selectionEnd);
      }
      begin();
    } catch {
      if (question !== asked) return;
      main.removeAttribute('aria-busy');
      update.classList.add('needed');
    }
  });
  // One press is one order; the market would see to it as well.
  form.addEventListener('submit', (event) => {
    sent = true;
    if (event.submitter && !event.submitter.formAction.endsWith('/delivery')) event.submitter.setAttribute('aria-disabled', 'true');
  });
};

begin();

// Whoever leaves by a link finds what she typed when she comes back: the market seals it into her browser.
addEventListener('pagehide', () => {
  const form = document.querySelector('[data-checkout]');
  if (!form || sent) return;
  const typed = new FormData(form);
  typed.set('Form.Leave', '1');
  fetch(form.querySelector('[data-update]').formAction, { method: 'POST', body: typed, keepalive: true, redirect: 'manual' }).catch(() => {});
});
addEventListener('pageshow', () => { sent = false; });

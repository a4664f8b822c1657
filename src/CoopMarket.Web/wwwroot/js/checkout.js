// Delivery is priced anew as soon as the country, the province or a way is chosen; nothing typed is lost.
const begin = () => {
  const form = document.querySelector('[data-checkout]');
  if (!form) return;
  const update = form.querySelector('[data-update]');
  update.hidden = true;
  form.addEventListener('change', async (event) => {
    if (!event.target.matches('[data-reprice]')) return;
    const main = document.querySelector('main');
    main.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(update.formAction, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const focused = document.activeElement?.id;
      main.replaceWith(page.querySelector('main'));
      if (focused) document.getElementById(focused)?.focus();
      begin();
    } catch {
      main.removeAttribute('aria-busy');
      update.hidden = false;
    }
  });
  // One press is one order; the market would see to it as well.
  form.addEventListener('submit', (event) => {
    if (event.submitter && !event.submitter.formAction.endsWith('/delivery')) event.submitter.setAttribute('aria-disabled', 'true');
  });
};

begin();

// The basket without page loads: the plus, minus and remove buttons press the form and show what the market answers.
const swap = async (form, button) => {
  const body = new FormData(form);
  if (button?.name) body.append(button.name, button.value);
  const answer = await fetch(form.action, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.getAttribute('aria-label');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  // The bands and icons of the new part are defined in the sprite.
  for (const part of ['header', '.sprite']) document.querySelector(part).replaceWith(page.querySelector(part));
  [...document.querySelectorAll('main [aria-label]')].find((e) => e.getAttribute('aria-label') === focused)?.focus();
  begin();
};

const begin = () => {
  const form = document.querySelector('[data-basket]');
  if (!form) return;
  let wait;
  form.addEventListener('input', (event) => {
    if (!/^[0-9]{1,4}$/.test(event.target.value)) return;
    clearTimeout(wait);
    wait = setTimeout(() => swap(form).catch(() => form.submit()), 600);
  });
  form.addEventListener('submit', (event) => {
    if (event.submitter?.name === 'Form.ToCheckout') return;
    event.preventDefault();
    clearTimeout(wait);
    swap(form, event.submitter).catch(() => form.submit());
  });
};

begin();

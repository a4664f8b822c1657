// The basket without page loads: the plus, minus and remove buttons press the form and show what the market answers.
// One press after another: what is pressed while the market answers waits, and is sent with what the answer shows.
const PAUSE = 600;
const waiting = [];
let running = false;
let typing;

// What a press changed is read out: who can't see the sum move hears it.
const said = document.body.appendChild(Object.assign(document.createElement('p'), { className: 'vh' }));
said.setAttribute('role', 'status');

const basket = () => document.querySelector('[data-basket]');

const quantities = (form) => [...form.querySelectorAll('input[name^="Form.Quantity"]')];

const swap = async (press) => {
  const form = basket();
  if (!form || (press && ![...form.querySelectorAll('button')].some((b) => b.name === press.name && b.value === press.value))) return;
  const sent = new Map(quantities(form).map((field) => [field.name, field.value]));
  const body = new FormData(form);
  if (press?.name) body.append(press.name, press.value);
  const answer = await fetch(form.action, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if ((!answer.ok && answer.status !== 422) || !page.querySelector('main')) throw new Error(answer.status);
  const focused = document.activeElement?.getAttribute('aria-label');
  const meanwhile = quantities(form).filter((field) => field.value !== sent.get(field.name));
  document.querySelector('main').replaceWith(page.querySelector('main'));
  // The bands and icons of the new part are defined in the sprite.
  for (const part of ['header', '.sprite']) document.querySelector(part).replaceWith(page.querySelector(part));
  for (const { name, value } of meanwhile) {
    const field = basket()?.elements[name];
    if (field) field.value = value;
  }
  said.textContent = [...document.querySelectorAll('main .err, main .bill .sum > :nth-child(-n+2)')].map((e) => e.textContent.trim()).join('. ');
  [...document.querySelectorAll('main [aria-label]')].find((e) => e.getAttribute('aria-label') === focused)?.focus();
};

// As a browser without scripts would: the market's own page says what is wrong.
const leave = (press) => {
  const form = basket();
  if (!form) return;
  if (press?.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: press.name, value: press.value }));
  form.submit();
};

const send = async (press) => {
  waiting.push(press);
  if (running) return;
  running = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    try {
      await swap(next);
    } catch {
      waiting.length = 0;
      leave(next);
    }
  }
  running = false;
};

document.addEventListener('input', (event) => {
  if (!event.target.closest('[data-basket]') || !/^[0-9]{1,4}$/.test(event.target.value)) return;
  clearTimeout(typing);
  typing = setTimeout(() => send(null), PAUSE);
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-basket]') || event.submitter?.name === 'Form.ToCheckout') return;
  event.preventDefault();
  clearTimeout(typing);
  send(event.submitter?.name ? { name: event.submitter.name, value: event.submitter.value } : null);
});

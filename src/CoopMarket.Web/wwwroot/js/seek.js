// Suggests while she types: a list under the field, walked through with the arrow keys (the combobox of the ARIA practices).
// Where data are saved nothing is asked; the form works all the same.
const PAUSE = 150;

for (const form of document.querySelectorAll('form[data-suggest]')) {
  if (navigator.connection?.saveData) break;
  const field = form.querySelector('input[type=search]');
  const list = document.createElement('ul');
  const told = document.createElement('p');
  let waiting = 0;
  let running = null;
  let at = -1;

  const close = () => {
    clearTimeout(waiting);
    running?.abort();
    list.hidden = true;
    at = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };

  const walk = (step) => {
    const rows = [...list.children];
    at = at < 0 && step < 0 ? rows.length - 1 : (at + step + rows.length) % rows.length;
    rows.forEach((row, i) => row.setAttribute('aria-selected', i === at));
    field.setAttribute('aria-activedescendant', rows[at].id);
    rows[at].scrollIntoView({ block: 'nearest' });
  };

  const show = (rows) => {
    list.replaceChildren(...rows.map(([label, address], i) => {
      const row = document.createElement('li');
      row.id = `${list.id}-${i}`;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', 'false');
      row.textContent = label;
      row.dataset.to = address;
      return row;
    }));
    at = -1;
    list.hidden = rows.length === 0;
    field.setAttribute('aria-expanded', String(rows.length > 0));
    field.removeAttribute('aria-activedescendant');
    told.textContent = rows.length > 0 ? form.dataset.told.replace('#', rows.length) : '';
  };

  const ask = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(field.value.trim())}`, { signal: running.signal });
      if (answer.ok) show(await answer.json());
    } catch { /* Without a net the form still sends. */ }
  };

  list.id = `${form.id || 'seek'}-list`;
  list.className = 'hints';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.label);
  told.className = 'vh';
  told.setAttribute('role', 'status');
  form.append(list, told);
  for (const [name, value] of Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) field.setAttribute(name, value);

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    if (field.value.trim().length < 2) close();
    else waiting = setTimeout(ask, PAUSE);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      location.assign(list.children[at].dataset.to);
    }
  });
  field.addEventListener('blur', close);
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const to = event.target.closest('li')?.dataset.to;
    if (to) location.assign(to);
  });
}

// The price above follows the size that is chosen, and so do how many can be had and what is said of it below.
const cost = document.querySelector('.cost');
// No more is offered than there is of it.
const quantity = document.querySelector('#quantity');
const fit = (id) => {
  const most = Number(quantity?.dataset.most?.split(' ').find((size) => size.startsWith(`${id}:`))?.split(':')[1]);
  if (!most) return;
  for (const one of quantity.options) one.hidden = one.disabled = Number(one.value) > most;
  if (quantity.selectedOptions[0]?.disabled) quantity.value = [...quantity.options].findLast((one) => !one.disabled).value;
};
const show = (size) => {
  const { price, beside } = size.dataset;
  if (!price) return;
  const unit = document.createElement('small');
  unit.textContent = beside;
  cost.replaceChildren(`${price} `, unit);
  fit(size.value);
  for (const line of document.querySelectorAll('[data-of]')) line.hidden = !line.dataset.of.includes(size.value);
};
for (const size of document.querySelectorAll('.sizes input')) {
  size.addEventListener('change', () => show(size));
  if (size.checked && !size.defaultChecked) show(size);
  else if (size.checked) fit(size.value);
}

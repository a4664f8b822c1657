// The price above follows the size that is chosen.
const cost = document.querySelector('.cost');
const show = (size) => {
  const { price, beside } = size.dataset;
  if (!price) return;
  const unit = document.createElement('small');
  unit.textContent = beside;
  cost.replaceChildren(`${price} `, unit);
};
for (const size of document.querySelectorAll('.sizes input')) {
  size.addEventListener('change', () => show(size));
  if (size.checked && !size.defaultChecked) show(size);
}

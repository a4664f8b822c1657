// A tap on the photo says the very spot; without this, the ninth of the photo that it lies in.
const form = document.querySelector('form.spot');

form?.addEventListener('click', tap => {
  const field = tap.target.closest('button');
  const photo = form.querySelector('img').getBoundingClientRect();
  if (!field || !tap.detail) return; // Pressed by a key: the ninth it is.
  const percent = (at, from, whole) => Math.max(0, Math.min(100, Math.round(100 * (at - from) / whole)));
  field.value = `${percent(tap.clientX, photo.left, photo.width)},${percent(tap.clientY, photo.top, photo.height)}`;
});

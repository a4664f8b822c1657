// Pages that were read open without a network too; on the page that says there is none, they are listed.
if ('serviceWorker' in navigator) {
  addEventListener('load', () => navigator.serviceWorker.register('/sw.js'));
  const list = document.querySelector('[data-kept]');
  if (list) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      for (const { address, title } of data.kept ?? []) {
        const link = document.createElement('a');
        link.href = address;
        link.textContent = new DOMParser().parseFromString(title, 'text/html').documentElement.textContent.replace(' · CoopMarket', '');
        list.appendChild(document.createElement('li')).append(link);
        list.hidden = false;
      }
    });
    navigator.serviceWorker.controller?.postMessage('kept');
  }
}

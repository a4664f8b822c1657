// Sends photos one after another: made smaller on the phone, kept on it until they have arrived, sent again when the
// connection was lost, also after the page was left. Without this the form sends them as they are.
const form = document.querySelector('#photos');
const shots = document.querySelector('#shots');
const say = form?.dataset;
const here = location.pathname;
const longestSide = 2560;
const lightEnough = 1_500_000;
const queue = [];
let sending = false;

const store = (() => {
  let database;
  const open = () => database ??= new Promise((done, failed) => {
    const asked = indexedDB.open('photos', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('waiting', { keyPath: 'key' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  // Where the browser keeps nothing (private windows), photos wait in memory alone.
  const run = async (mode, act, otherwise) => {
    try {
      const rows = (await open()).transaction('waiting', mode).objectStore('waiting');
      return await new Promise((done, failed) => {
        const asked = act(rows);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
    } catch {
      return otherwise;
    }
  };
  return {
    keep: row => run('readwrite', rows => rows.put(row)),
    drop: key => run('readwrite', rows => rows.delete(key)),
    all: () => run('readonly', rows => rows.getAll(), []),
  };
})();

async function shrink(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= lightEnough) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .87));
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file; // What the phone can't read, the market looks at and answers with a sentence.
  }
}

function show(row) {
  row.item = document.createElement('li');
  const picture = document.createElement('img');
  picture.alt = '';
  picture.src = URL.createObjectURL(row.blob);
  picture.onerror = () => picture.replaceWith(Object.assign(document.createElement('div'), { className: 'none' }));
  row.words = document.createElement('span');
  row.words.setAttribute('role', 'status');
  row.bar = Object.assign(document.createElement('progress'), { max: 100, value: 0, ariaLabel: say.shrinking });
  row.item.append(picture, row.words, row.bar);
  place(row);
}

function place(row) {
  const room = shots.querySelector('.room');
  if (room) room.before(row.item); else shots.append(row.item);
}

function offer(row, words, act) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'go', textContent: words });
  button.onclick = () => { row.item.querySelectorAll('button').forEach(b => b.remove()); act(); };
  row.item.append(button);
}

function forget(row) {
  store.drop(row.key);
  queue.splice(queue.indexOf(row), 1);
  URL.revokeObjectURL(row.item.querySelector('img')?.src);
  row.item.remove();
}

function post(row) {
  return new Promise(done => {
    const body = new FormData();
    body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    body.append('Form.Files', row.blob, 'photo');
    const request = new XMLHttpRequest();
    request.open('POST', location.href);
    request.setRequestHeader('Accept', 'text/plain');
    request.timeout = 300_000;
    request.upload.onprogress = sent => {
      row.bar.value = 100 * sent.loaded / sent.total;
      const left = ((sent.total - sent.loaded) / 1_048_576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
      row.words.textContent = say.sending.replace('{0}', left);
    };
    request.onloadend = () => done({ status: request.status, text: request.responseText, wait: Number(request.getResponseHeader('Retry-After')) });
    request.send(body);
  });
}

async function refresh() {
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const list = fresh.querySelector('#shots');
  if (!list) return location.reload(); // Signed out in the meantime: the photos wait here.
  shots.replaceChildren(...list.children);
  queue.forEach(place);
  form.elements.__RequestVerificationToken.value = fresh.querySelector('#photos').elements.__RequestVerificationToken.value;
}

function pause(seconds) {
  return new Promise(done => {
    const stop = () => { clearTimeout(timer); removeEventListener('online', stop); done(); };
    const timer = setTimeout(stop, seconds * 1000);
    addEventListener('online', stop);
  });
}

async function deliver(row) {
  for (let tries = 0; queue.includes(row); tries++) {
    const { status, text, wait } = await post(row);
    if (status === 204) {
      forget(row);
      return refresh().catch(() => location.reload());
    }
    if (status === 409 || status === 413 || status === 422) {
      row.stuck = true;
      row.words.textContent = text.length < 500 ? text : say.full;
      row.bar.remove();
      // What is no photo is none at the next visit either.
      if (status === 422) {
        store.drop(row.key);
        row.words.className = 'err';
      } else offer(row, say.again, () => { row.stuck = false; row.item.append(row.bar); start(); });
      offer(row, say.drop, () => forget(row));
      return;
    }
    row.words.textContent = status === 429 ? say.slow : say.waiting;
    await pause(wait || Math.min(30, 2 ** tries));
    if (status === 400) await refresh().catch(() => {});
    else if (status >= 200 && status < 400 || status === 404) return location.reload();
  }
}

async function start() {
  if (sending) return;
  sending = true;
  for (let row; (row = queue.find(r => !r.stuck));) await deliver(row);
  sending = false;
}

async function take(input) {
  const files = [...input.files];
  input.value = '';
  for (const file of files) {
    const row = { key: `${here} ${Date.now()} ${Math.random()}`, to: here, blob: file };
    queue.push(row);
    show(row);
    row.stuck = true;
    row.words.textContent = say.shrinking;
    row.blob = await shrink(file);
    row.stuck = false;
    await store.keep({ key: row.key, to: here, blob: row.blob });
    start();
  }
}

if (form && shots) {
  form.querySelector('.send')?.remove();
  for (const input of form.querySelectorAll('input[type=file]')) input.onchange = () => take(input);
  for (const row of (await store.all()).filter(r => r.to === here)) {
    queue.push(row);
    show(row);
  }
  start();
}

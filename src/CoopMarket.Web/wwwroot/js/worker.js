// Keeps pages for everybody as they are read, and shows them where there is no network. What is one reader's own it leaves alone.
const store = { pages: `pages-${market.release}`, files: `files-${market.release}` };
const most = { pages: 40, files: 200 };
const offline = (path) => market.languages.filter((l) => l && (path === l || path.startsWith(`${l}/`))).concat('')[0] + market.offline;
const isOwn = (path) => market.languages.some((l) => market.own.some((o) => path === l + o || path.startsWith(`${l + o}/`)));
// What others write into a link when it is passed on says nothing of the page: it is kept, and found again, without.
const strange = /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|ttclid|igsh|mibextid|zarsrc)$/;
const plain = ({ url }) => {
  const address = new URL(url);
  for (const name of [...address.searchParams.keys()].filter((n) => strange.test(n))) address.searchParams.delete(name);
  return address.href;
};
const isFile = (path) => path.startsWith('/assets/') || path.startsWith('/media/');

const keep = async (kind, request, answer) => {
  const cache = await caches.open(store[kind]);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, answer);
  const old = (await cache.keys()).filter(({ url }) => ![market.offline, ...market.files].some((stays) => url.endsWith(stays)));
  for (const one of old.slice(0, Math.max(0, old.length - most[kind]))) await cache.delete(one, { ignoreVary: true });
};

// Only what the market marks as such is kept. It has come unpacked: its packing must not be told of again.
const keepPage = async (request, answer) => {
  const text = await answer.text();
  if (!text.includes(' data-offline hidden')) return;
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  await keep('pages', plain(request), new Response(text, { headers }));
};

const read = async (request) => {
  const cache = await caches.open(store.pages);
  const kept = await cache.match(plain(request), { ignoreVary: true });
  if (!kept) return cache.match(offline(new URL(request.url).pathname), { ignoreVary: true });
  return new Response((await kept.text()).replace(' data-offline hidden', ' data-offline'), { headers: kept.headers });
};

const page = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/html')) event.waitUntil(keepPage(event.request, answer.clone()));
    return answer;
  } catch {
    return (await read(event.request)) ?? Response.error();
  }
};

// Named by their contents: what is kept is right for ever.
const file = async (event) => {
  const kept = await caches.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.status === 200) event.waitUntil(keep('files', event.request, answer.clone()));
  return answer;
};

addEventListener('install', (event) => event.waitUntil((async () => {
  const own = await caches.open(store.pages);
  for (const language of market.languages) await own.put(language + market.offline, await fetch(language + market.offline, { credentials: 'omit' }));
  await (await caches.open(store.files)).addAll(market.files);
  await skipWaiting();
})()));

addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (!Object.values(store).includes(name)) await caches.delete(name);
  await clients.claim();
})()));

addEventListener('fetch', (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || isOwn(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (isFile(url.pathname)) event.respondWith(file(event));
});

addEventListener('message', (event) => event.waitUntil((async () => {
  const cache = await caches.open(store.pages), kept = [];
  for (const request of (await cache.keys()).reverse()) {
    const title = /<title>([^<]*)/.exec(await (await cache.match(request, { ignoreVary: true })).text())?.[1];
    if (title && !request.url.endsWith(market.offline)) kept.push({ address: request.url, title });
  }
  event.source.postMessage({ kept });
})()));

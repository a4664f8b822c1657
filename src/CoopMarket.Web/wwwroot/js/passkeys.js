// Passkeys: shows what needs them where the browser knows them, asks the market, then the device, and sends the device's answer with the form.
const Key = window.PublicKeyCredential;
const all = (what) => document.querySelectorAll(what);

// For browsers that do not yet read and write the JSON of WebAuthn Level 3 themselves.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const read = (options) => {
  for (const holder of [options.user, ...(options.excludeCredentials ?? []), ...(options.allowCredentials ?? [])]) if (holder) holder.id = bytes(holder.id);
  options.challenge = bytes(options.challenge);
  return options;
};
const write = ({ id, rawId, type, response }) => {
  const answer = { transports: response.getTransports?.() };
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) if (response[part]) answer[part] = text(response[part]);
  return { id, rawId: text(rawId), type, clientExtensionResults: {}, response: answer };
};

const ask = async (form, { ask: address, new: made }) => {
  const question = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' });
  // The page asks first who she is, or says what else is in the way.
  if (!question.ok || question.redirected) return made === undefined ? Promise.reject() : location.reload();
  const options = await question.json();
  const publicKey = made === undefined ? (Key.parseRequestOptionsFromJSON?.(options) ?? read(options)) : (Key.parseCreationOptionsFromJSON?.(options) ?? read(options));
  const key = await navigator.credentials[made === undefined ? 'get' : 'create']({ publicKey });
  let answer;
  try {
    answer = key.toJSON();
  } catch {
    answer = write(key);
  }
  form.querySelector('[data-answer]').value = JSON.stringify(answer);
  form.submit();
};

if (Key) {
  for (const part of all('[data-passkeys]')) part.hidden = false;
  for (const part of all('[data-no-passkeys]')) part.hidden = true;
  for (const at of all('[data-ask]')) {
    const form = at.closest('form');
    const says = form.querySelector('[data-failed]');
    let busy = false;
    at.addEventListener(at === form ? 'submit' : 'click', async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      says.textContent = '';
      try {
        await ask(form, at.dataset);
      } catch (fault) {
        says.textContent = (fault?.name === 'InvalidStateError' && says.dataset.known) || says.dataset.failed;
      }
      busy = false;
    });
  }
}

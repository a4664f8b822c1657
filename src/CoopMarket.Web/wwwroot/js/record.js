// Records a voice in the browser, lets it be heard before it is sent, and sends it. Without this, or where the browser can't record, the form sends a file.
const form = document.querySelector('#voice');
const say = form?.dataset;
const part = (id) => document.querySelector(id);
const kinds = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4'];
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

if (form && window.MediaRecorder && navigator.mediaDevices?.getUserMedia) {
  const [record, said, made, listen, hand, sent] = ['#record', '#said', '#made', '#listen', '#hand', '#sent'].map(part);
  let recorder, begun, ticking, voice, player;

  const quiet = () => {
    player?.stop();
    player = undefined;
    listen.textContent = say.play;
  };

  const finish = (pieces, microphone, type) => {
    clearInterval(ticking);
    microphone.getTracks().forEach((track) => track.stop());
    voice = new Blob(pieces, { type });
    record.lastElementChild.textContent = say.again;
    said.textContent = say.ready.replace('{0}', clock((Date.now() - begun) / 1000));
    made.hidden = false;
    listen.focus();
  };

  const begin = async () => {
    quiet();
    made.hidden = true;
    let microphone;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
    } catch {
      said.textContent = say.refused;
      return;
    }
    const type = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    recorder = new MediaRecorder(microphone, { mimeType: type, audioBitsPerSecond: 32_000 });
    const pieces = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => finish(pieces, microphone, recorder.mimeType);
    recorder.start(1000);
    begun = Date.now();
    record.lastElementChild.textContent = say.stop;
    said.textContent = say.running.replace('{0}', clock(0));
    ticking = setInterval(() => {
      const seconds = (Date.now() - begun) / 1000;
      said.textContent = say.running.replace('{0}', clock(seconds));
      // A moment before the longest, which the market holds against the sound itself.
      if (seconds >= say.mostSeconds - 2) recorder.stop();
    }, 500);
  };

  // Played out of memory: the page may load sound from nowhere but the market.
  const play = async () => {
    if (player) return quiet();
    const speaker = new AudioContext();
    player = speaker.createBufferSource();
    player.buffer = await speaker.decodeAudioData(await voice.arrayBuffer());
    player.connect(speaker.destination);
    player.onended = quiet;
    player.start();
    listen.textContent = say.quiet;
  };

  const send = () => {
    quiet();
    if (voice.size > say.mostBytes) {
      said.textContent = say.heavy;
      return;
    }
    const body = new FormData();
    body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    body.append('Form.File', voice, 'voice');
    const request = new XMLHttpRequest();
    request.open('POST', location.href);
    request.setRequestHeader('Accept', 'text/plain');
    request.timeout = 300_000;
    request.upload.onprogress = ({ loaded, total }) => { sent.value = 100 * loaded / total; };
    request.onloadend = () => {
      sent.hidden = true;
      hand.disabled = record.disabled = false;
      if (request.status === 200) location.assign(request.responseText);
      // What was recorded stays, to be sent again.
      else said.textContent = request.status && request.responseText.length < 500 ? request.responseText : say.lost;
    };
    sent.hidden = false;
    hand.disabled = record.disabled = true;
    said.textContent = say.sending;
    request.send(body);
  };

  record.onclick = () => (recorder?.state === 'recording' ? recorder.stop() : begin());
  listen.onclick = play;
  hand.onclick = send;
  part('#recorder').hidden = false;
}

// Shows the line that is being said while a voice is heard. Its lines are loaded with the first press of play, never before.
for (const audio of document.querySelectorAll('.voice audio')) {
  const said = audio.parentElement.querySelector('.said');
  const track = audio.textTracks[0];
  if (!said || !track) continue;
  // Whoever listens hears it; read out as well it would be said twice.
  audio.addEventListener('play', () => { track.mode = 'hidden'; said.ariaHidden = 'true'; }, { once: true });
  track.addEventListener('cuechange', () => {
    const lines = [...track.activeCues ?? []].map((cue) => cue.getCueAsHTML().textContent);
    said.hidden = said.hidden && lines.length === 0;
    said.textContent = lines.join('\n');
  });
  audio.addEventListener('ended', () => { said.hidden = true; });
}

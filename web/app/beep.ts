let context: AudioContext | null = null;

/** Two short soft notes. Browsers let a page sound only after it was pressed once; before that nothing is heard. */
export function beep(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  note(context, 660, 0);
  note(context, 880, 0.09);
}

function note(audio: AudioContext, pitch: number, after: number): void {
  const from = audio.currentTime + after;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.06, from + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.16);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + 0.17);
}

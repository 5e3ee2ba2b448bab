import type { Form } from './form';
import { writeOgg } from './ogg';
import { writeWav } from './wav';
import { readWebm } from './webm';

const RATE = 16_000;

/** What was recorded as a file that the channel takes. */
export async function madeFrom(recorded: Blob, { into, mime, ending }: Form): Promise<File> {
  const parts = into === 'same' ? [recorded] : into === 'ogg' ? await asOgg(recorded) : [await asWav(recorded)];
  return new File(parts, `voice.${ending}`, { type: mime });
}

async function asOgg(recorded: Blob): Promise<BlobPart[]> {
  const sound = readWebm(new Uint8Array(await recorded.arrayBuffer()));
  const [serial = 1] = crypto.getRandomValues(new Uint32Array(1));
  return writeOgg(sound, serial);
}

async function asWav(recorded: Blob): Promise<BlobPart> {
  const decoder = new OfflineAudioContext(1, 1, RATE);
  const { duration, ...sound } = await decoder
    .decodeAudioData(await recorded.arrayBuffer())
    .then((buffer) => ({ buffer, duration: buffer.duration }));
  const mixer = new OfflineAudioContext(1, Math.max(1, Math.ceil(duration * RATE)), RATE);
  const source = new AudioBufferSourceNode(mixer, sound);
  source.connect(mixer.destination);
  source.start();
  return writeWav((await mixer.startRendering()).getChannelData(0), RATE);
}

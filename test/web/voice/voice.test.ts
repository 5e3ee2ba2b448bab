import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPABILITIES as INSTAGRAM } from '../../../channels/instagram/capabilities';
import { CAPABILITIES as WHATSAPP } from '../../../channels/whatsapp-cloud/capabilities';
import { capabilitiesJson } from '../../../src/http/present/capabilities';
import { formFor } from '../../../web/voice/form';
import { checksum, writeOgg } from '../../../web/voice/ogg';
import { type Now, openSession } from '../../../web/voice/session';
import { writeWav } from '../../../web/voice/wav';
import { readWebm } from '../../../web/voice/webm';

const whatsapp = capabilitiesJson(WHATSAPP).media;
const instagram = capabilitiesJson(INSTAGRAM).media;
/** About a second of Chromium's own recorder. */
const RECORDED = new Uint8Array(readFileSync(join(__dirname, 'recorded.webm')));

describe('A voice message is recorded', () => {
  const chromium = (type: string) => type.startsWith('audio/webm');
  const firefox = (type: string) => type.startsWith('audio/ogg') || chromium(type);
  const safari = (type: string) => type.startsWith('audio/mp4');

  it.each([
    ['Chromium', chromium, 'ogg', 'audio/ogg', 'wav', 'audio/wav'],
    ['Firefox', firefox, 'same', 'audio/ogg', 'wav', 'audio/wav'],
    ['Safari', safari, 'same', 'audio/mp4', 'same', 'audio/mp4'],
  ])('in %s as each channel takes it', (_name, records, onWhatsapp, oneMime, onInstagram, otherMime) => {
    expect(formFor(whatsapp, records)).toMatchObject({ into: onWhatsapp, mime: oneMime });
    expect(formFor(instagram, records)).toMatchObject({ into: onInstagram, mime: otherMime });
  });

  it('not where the channel takes no sound, or the browser makes none that it takes', () => {
    expect(formFor({}, chromium)).toBeNull();
    expect(formFor(whatsapp, () => false)).toBeNull();
  });
});

describe('What Chromium records', () => {
  it('keeps its packets, in Ogg with right checksums and the time that they last', () => {
    const sound = readWebm(RECORDED);
    const pages = writeOgg(sound, 7);
    const read = pages.map(pageIn);
    expect(read.map(({ whole }) => whole)).toEqual(pages.map(() => true));
    expect(read.map(({ number, serial }) => [number, serial])).toEqual(pages.map((_, at) => [at, 7]));
    expect([read[0]?.flags, read.at(-1)?.flags]).toEqual([2, 4]);
    expect(text(read[0]?.packets[0])).toMatch(/^OpusHead/);
    expect(text(read[1]?.packets[0])).toMatch(/^OpusTags/);
    expect(read.slice(2).flatMap(({ packets }) => packets)).toEqual(sound.packets.map((packet) => [...packet]));
    expect(Number(read.at(-1)?.granule) / 48_000).toBeCloseTo(1, 0);
  });

  it('cuts a long one into pages of a second', () => {
    const { head, packets } = readWebm(RECORDED);
    const long = writeOgg({ head, packets: Array.from({ length: 10 }, () => packets).flat() }, 1).map(pageIn);
    expect(long.length).toBeGreaterThan(5);
    expect(long.slice(2).flatMap(({ packets: held }) => held)).toHaveLength(10 * packets.length);
    expect(long.every(({ whole }) => whole)).toBe(true);
  });

  it('is nothing that can be sent where it is not Opus', () => {
    expect(() => readWebm(new TextEncoder().encode('<html>nothing of the kind</html>'))).toThrow(TypeError);
    expect(() => readWebm(RECORDED.slice(0, 60))).toThrow(TypeError);
  });

  it('becomes plain sound of one channel where nothing else is taken', () => {
    const wav = Buffer.from(writeWav(Float32Array.from([0, 1, -1, 0.5]), 16_000));
    expect(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ');
    expect([wav.readUInt32LE(4), wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt32LE(40)]).toEqual([44, 1, 16_000, 8]);
    expect([0, 1, 2, 3].map((at) => wav.readInt16LE(44 + at * 2))).toEqual([0, 32_767, -32_767, 16_384]);
  });
});

describe('A recording', () => {
  const settle = () => new Promise(setImmediate);
  const aRecorder = () => {
    const did: string[] = [];
    const blob = new Blob(['sound']);
    return {
      did,
      recorder: {
        level: () => 0.5,
        pause: () => void did.push('pause'),
        resume: () => void did.push('resume'),
        stop: async () => {
          did.push('stop');
          return blob;
        },
      },
    };
  };
  async function begun(recorder = aRecorder(), asked: Promise<void> = Promise.resolve()) {
    const kept: Blob[] = [];
    let ends = 0;
    const states: Now['state'][] = [];
    const session = openSession({
      begin: async () => {
        await asked;
        return recorder.recorder;
      },
      keep: async (recorded) => void kept.push(recorded),
      ended() {
        ends += 1;
      },
    });
    session.watch(() => void states.push(session.now().state));
    return { session, kept, states, did: recorder.did, ends: () => ends };
  }

  it('pauses, goes on, and is kept when it is finished', async () => {
    const { session, kept, states, did, ends } = await begun();
    await settle();
    session.turn();
    session.turn();
    session.end(true);
    session.end(true);
    await settle();
    expect(states).toEqual(['recording', 'paused', 'recording', 'ending']);
    expect([did, kept.length, ends()]).toEqual([['pause', 'resume', 'stop'], 1, 1]);
  });

  it('is not kept when it is discarded, and lets the microphone go when that came too late', async () => {
    const discarded = await begun();
    await settle();
    discarded.session.end(false);
    const early = await begun(aRecorder(), settle().then(settle));
    early.session.end(true);
    await settle();
    await settle();
    await settle();
    expect([discarded.kept, early.kept]).toEqual([[], []]);
    expect([discarded.did, early.did, early.ends()]).toEqual([['stop'], ['stop'], 1]);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'taken'],
    ['SecurityError', 'insecure'],
  ])('says why there is none: %s', async (name, silence) => {
    const session = openSession({
      begin: async () => {
        throw new DOMException('no', name);
      },
      keep: async () => undefined,
      ended: () => undefined,
    });
    await settle();
    expect(session.now().silence).toBe(silence);
  });
});

const text = (bytes: readonly number[] | undefined): string => String.fromCharCode(...(bytes ?? []));

/** One page read back by the rules of RFC 3533; `whole`: its checksum is right and nothing is left over. */
function pageIn(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const lacing = [...bytes.subarray(27, 27 + (bytes[26] ?? 0))];
  const packets: number[][] = [];
  let at = 27 + lacing.length;
  let packet: number[] = [];
  for (const length of lacing) {
    packet.push(...bytes.subarray(at, at + length));
    at += length;
    if (length === 255) continue;
    packets.push(packet);
    packet = [];
  }
  const blank = bytes.slice();
  blank.fill(0, 22, 26);
  return {
    packets,
    flags: bytes[5],
    granule: view.getBigUint64(6, true),
    serial: view.getUint32(14, true),
    number: view.getUint32(18, true),
    whole: text([...bytes.subarray(0, 4)]) === 'OggS' && at === bytes.length && view.getUint32(22, true) === checksum(blank),
  };
}

import type { Form } from './form';

/** Why nothing is recorded: each has words. */
export type Silence = 'denied' | 'none' | 'taken' | 'insecure' | 'unsupported' | 'silent';

export interface Recorder {
  /** Loudness just now, 0 to 1. */
  readonly level: () => number;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends it; null when nothing was recorded. */
  readonly stop: () => Promise<Blob | null>;
}

/** Good enough for a voice, and small. */
const BITS = 32_000;

/** Asks for the microphone and begins. Throws what `silenceOf` has words for. */
export async function beginRecording({ recorder: mimeType }: Form): Promise<Recorder> {
  if (!navigator.mediaDevices) throw new DOMException('no microphone here', 'SecurityError');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => data.size > 0 && parts.push(data);
  const meter = meterOf(stream);
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  recorder.start(1_000);
  return {
    level: meter.level,
    pause: () => recorder.state === 'recording' && recorder.pause(),
    resume: () => recorder.state === 'paused' && recorder.resume(),
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      for (const track of stream.getTracks()) track.stop();
      meter.close();
      return parts.length === 0 ? null : new Blob(parts, { type: mimeType });
    },
  };
}

function meterOf(stream: MediaStream): { readonly level: () => number; readonly close: () => void } {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 4);
    },
    close: () => void context.close(),
  };
}

const BY_NAME: Readonly<Record<string, Silence>> = {
  NotAllowedError: 'denied',
  SecurityError: 'insecure',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'taken',
  AbortError: 'taken',
};

export const silenceOf = (error: unknown): Silence =>
  error instanceof DOMException ? (BY_NAME[error.name] ?? 'unsupported') : 'unsupported';

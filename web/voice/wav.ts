const letters = (view: DataView, at: number, text: string): void => {
  for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
};

/** One channel of plain sound, 16 bits a sample. `samples`: -1 to 1. */
export function writeWav(samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  letters(view, 0, 'RIFF');
  view.setUint32(4, 36 + samples.length * 2, true);
  letters(view, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(view, 36, 'data');
  view.setUint32(40, samples.length * 2, true);
  let at = 44;
  for (const sample of samples) {
    view.setInt16(at, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true);
    at += 2;
  }
  return new Uint8Array(view.buffer);
}

import type { Media } from '../../ports/store';
import type { MediaJson } from '../schemas/media';

export const mediaJson = ({ id, state, mime, bytes, fileName, width, height, preview, problem }: Media): MediaJson => ({
  id,
  state,
  mime,
  bytes,
  fileName,
  width,
  height,
  preview: preview !== null,
  problem: problem?.code ?? null,
});

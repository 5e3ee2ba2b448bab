import type { Draft } from './draft';

export function useAbout(_draft: Draft, _sound: boolean): number | null {
  return null;
}

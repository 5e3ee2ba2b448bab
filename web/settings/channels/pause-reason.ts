/** Why a channel is paused, as a sentence ends: without the desk's own code before the network's words. */
export function pauseReason(reason: string): string {
  const words = reason.replace(/^[a-z_]+: /, '').trim();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

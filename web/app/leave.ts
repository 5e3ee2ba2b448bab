/** To the door, and back here by `to`. The page begins anew: of what one person saw, nothing is left for the next. */
export function leave(to?: string): void {
  location.assign(to === undefined ? '/login' : `/login?to=${encodeURIComponent(to)}`);
}

/** The session is over: whoever logs in comes back to what was on the screen. */
export const leaveForNow = (): void => leave(location.pathname + location.search);

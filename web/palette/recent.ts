const KEY = 'relaydesk-recent';
const MOST = 5;

/** What was done from the palette last, the newest first; kept in this tab. */
export function recentItems(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  const next = [id, ...recentItems().filter((other) => other !== id)].slice(0, MOST);
  sessionStorage.setItem(KEY, JSON.stringify(next));
}

/** Why the webhook can't be subscribed; null when it gave back the challenge. */
export async function handshake(url: string, verifyToken: string, challenge: string): Promise<string | null> {
  const asked = addressOf(url);
  if (!asked) return 'not an http or https address';
  for (const [name, value] of [
    ['hub.mode', 'subscribe'],
    ['hub.challenge', challenge],
    ['hub.verify_token', verifyToken],
  ] as const)
    asked.searchParams.set(name, value);
  try {
    const response = await fetch(asked, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    const said = await response.text();
    if (response.status !== 200) return `the callback answered ${response.status}; is the verify token right?`;
    return said === challenge ? null : 'the callback did not give back the challenge, and nothing else';
  } catch {
    return 'the callback can’t be reached';
  }
}

function addressOf(url: string): URL | null {
  return /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url) : null;
}

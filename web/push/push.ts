import { ask, get } from '../api/ask';
import type { Words } from '../words/en';

/** `insecure`: browsers push only to https, and to this computer itself. */
export type Standing = 'unable' | 'insecure' | 'refused' | 'able';

/** Whether this browser can be pushed to. */
export function standing(): Standing {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'unable';
  return Notification.permission === 'denied' ? 'refused' : 'able';
}

const WORKER = '/sw.js';
const PATIENCE = 15_000;
/** Where the worker looks for its words (public/sw.js). */
const WORDS = { cache: 'relaydesk-words', path: '/words' };

/** Asks the browser, registers the worker, and gives the desk this browser's address. False: the person said no. */
export async function switchOn(words: Words): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  await leaveWords(words);
  await navigator.serviceWorker.register(WORKER, { scope: '/' });
  await tellDesk(await subscribe(await navigator.serviceWorker.ready));
  return true;
}

/** On a later visit: the words may have changed, and the desk forgets browsers at every log-out. */
export async function keepOn(words: Words): Promise<void> {
  const found = await subscribed();
  if (!found) return;
  await leaveWords(words);
  await tellDesk(await subscribe(found.registration));
}

/** This browser is not rung at any more. */
export async function switchOff(): Promise<void> {
  const found = await subscribed();
  if (!found) return;
  await ask('DELETE', '/me/push-subscriptions', { body: { endpoint: found.subscription.endpoint } });
  await found.subscription.unsubscribe();
}

/** This browser's subscription, when it has one. */
export async function subscribed() {
  if (standing() === 'unable' || standing() === 'insecure') return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager.getSubscription();
  return registration && subscription ? { registration, subscription } : null;
}

async function subscribe({ pushManager }: ServiceWorkerRegistration): Promise<PushSubscription> {
  const { publicKey } = await get<{ readonly publicKey: string }>('/me/push');
  const former = await pushManager.getSubscription();
  if (former && keyOf(former) === publicKey) return former;
  await former?.unsubscribe();
  return inTime(pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
}

/** A browser without a way to its push service tries for ever. */
function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('The push service did not answer.')), PATIENCE));
  return Promise.race([work, late]);
}

/** Of another desk that was at this address before, it is another one. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function tellDesk(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  return ask('POST', '/me/push-subscriptions', { body: { endpoint, keys } });
}

async function leaveWords({ shell, common }: Words): Promise<void> {
  const kept = await caches.open(WORDS.cache);
  await kept.put(WORDS.path, Response.json({ ...shell.pushed, somebody: common.noName }));
}

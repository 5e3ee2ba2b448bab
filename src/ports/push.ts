/** Where a browser is reached, as its push service gave it. */
export interface PushTarget {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** The desk's own pair, base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** `gone`: the push service knows this browser no more. `failed`: anything else that is not `sent`. */
export type PushEnd = 'sent' | 'gone' | 'failed';

/** Rings at a browser through its push service, once; never throws. */
export interface Push {
  /** `topic`: of several that wait for a browser which is off, it gets the newest only. */
  send(to: PushTarget, keys: VapidKeys, message: { readonly topic: string; readonly payload: string }): Promise<PushEnd>;
}

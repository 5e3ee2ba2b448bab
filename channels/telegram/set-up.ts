import { type Callback, type ChannelConfig, type Outside, SendFailure } from '../../src/ports/channel';
import { callBot } from './api';
import { UPDATES } from './hear';
import { secretTokenOf } from './signature';

/** Tells Telegram to call this address with every update, or to call nobody. What waits there is kept for whoever comes next. */
export async function setUp(config: ChannelConfig, callback: Callback | null, outside: Outside): Promise<void> {
  if (callback === null) return void (await callBot(config, { method: 'deleteWebhook', body: {} }, outside));
  if (!callback.isPublic && outside.telegramUrl === null) throw NOWHERE;
  const secret_token = secretTokenOf(config.botToken ?? '');
  const body = { url: callback.url, secret_token, allowed_updates: UPDATES };
  await callBot(config, { method: 'setWebhook', body, hidden: [secret_token] }, outside);
}

const NOWHERE = new SendFailure('never', {
  code: 'unknown',
  providerCode: null,
  detail: 'PUBLIC_URL is not set, so Telegram has no address to call. Set it to the https address of this desk, or choose polling',
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { emulate } from '../../emulator/command';
import { relaydesk } from '../support/command';
import { aListener } from './support';

const BIN = join(__dirname, '..', '..', 'bin', 'relaydesk.js');

describe('relaydesk emulator', () => {
  it('prints where it is, how to connect a desk, and whether the webhooks took', async () => {
    const listener = await aListener();
    const said: string[] = [];
    const twin = await emulate({ port: 0, webhook: listener.url, instagramWebhook: 'http://127.0.0.1:1/nobody', seed: 'x' }, (line) =>
      said.push(line),
    );
    await Promise.all([twin.close(), listener.close()]);
    expect(said).toEqual([
      `The twin listens on ${twin.url}. A desk speaks to it with GRAPH_API_URL=${twin.url}`,
      `The customers’ phone: ${twin.phoneUrl}`,
      expect.stringContaining('phoneNumberId 200000000000001, businessAccountId 100000000000001, accessToken EAAtwinWhatsApp'),
      expect.stringContaining('accountId 17841400000000001, login instagram'),
      expect.stringContaining('messenger: pageId 310000000000001, accessToken EAAtwinMessenger'),
      expect.stringContaining('telegram: botToken 900000001:AAtwinTelegramBotToken0000000000000 of @casa_lumen_bot'),
      expect.stringContaining('botframework: appId 00000000-0000-4000-8000-0000000b07f0, appPassword twin-app-password'),
      `whatsapp: webhooks go to ${listener.url}`,
      'instagram: no webhook yet, url: the callback can’t be reached',
    ]);
  });

  it('runs as a command, shows the phone, and leaves when it is told to', async () => {
    await relaydesk(['--help'], {});
    const child = spawn(process.execPath, [BIN, 'emulator', '--port', '0'], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve) => {
      let text = '';
      child.stdout.on('data', (chunk) => {
        text += chunk;
        const [, found] = /phone: (\S+)#/.exec(text) ?? [];
        if (found) resolve(found);
      });
    });
    expect(await (await fetch(url)).text()).toContain('The customers’ phone');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('does not take a word for a port', async () => {
    const { code, err } = await relaydesk(['emulator', '--port', 'tea'], {});
    expect([code, err]).toEqual([1, expect.stringContaining('expected a port from 0 to 65535')]);
  });
});

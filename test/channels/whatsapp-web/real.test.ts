import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryClient } from '../../../channels/whatsapp-web/library';

it('x', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ww-'));
  const client = await libraryClient({ folder, chromePath: null });
  const t = Date.now();
  const end = await client.initialize().catch((e: unknown) => e);
  console.log(String(end), Date.now() - t);
  await client.destroy();
  console.log(Date.now() - t);
  await rm(folder, { recursive: true, force: true });
});

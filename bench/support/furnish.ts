import { addAgent } from '../../src/actions/agents/add-agent';
import { connectChannel } from '../../src/actions/channels/connect-channel';
import type { Desk } from '../../src/actions/desk';
import { setPresence } from '../../src/actions/routing/set-presence';
import { ACCOUNT_ID, APP_SECRET, NUMBER_ID, VERIFY_TOKEN } from './customers';
import { ADMIN } from './place';

export const AGENTS = 20;

export const agentEmail = (n: number): string => `agent-${n}@example.com`;

/** An admin, agents who are online, and one WhatsApp number; answers the channel's id. */
export async function furnish(desk: Desk): Promise<string> {
  await addAgent(desk, { by: null, name: 'Admin', ...ADMIN, role: 'admin', capacity: null });
  for (let n = 0; n < AGENTS; n++) await agentOnline(desk, `Agent ${n}`, agentEmail(n));
  const config = {
    phoneNumberId: NUMBER_ID,
    businessAccountId: ACCOUNT_ID,
    accessToken: 'none',
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
  };
  return (await connectChannel(desk, { kind: 'whatsapp_cloud', name: 'Number 1', config })).id;
}

async function agentOnline(desk: Desk, name: string, email: string): Promise<void> {
  const { id } = await addAgent(desk, { by: null, name, email, password: ADMIN.password, role: 'agent', capacity: null });
  await setPresence(desk, { agentId: id, presence: 'online', reason: null, by: { id, name, role: 'agent', teamIds: [] } });
}

import { addBot } from '../../actions/bots/add-bot';
import { removeBot } from '../../actions/bots/remove-bot';
import { tryBot } from '../../actions/bots/try-bot';
import { updateBot } from '../../actions/bots/update-bot';
import { inMemory } from '../pages-of';
import { botJson, triedJson } from '../present/bot';
import { type Route, route } from '../route';
import { BotPatch, BotShape, BotTry, NewBot, TriedShape } from '../schemas/bot';
import { listOf, PageQuery } from '../schemas/shared';
import { botInSight } from '../sight';

const row = { for: 'admins', tag: 'bots' } as const;
const one = { ...row, path: '/bots/{id}', finds: botInSight } as const;

export const BOTS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/bots',
    says: 'The bots that channels can be given.',
    query: PageQuery,
    status: 200,
    answer: listOf(BotShape),
    handle: async ({ house, query }) => {
      const live = house.bots.filter(({ deletedAt }) => deletedAt === null);
      return inMemory(live.map(botJson), ({ id }) => id, query);
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/bots',
    says: 'Add a bot. It answers nobody until a channel names it in `botId`.',
    body: NewBot,
    status: 201,
    answer: BotShape,
    again: async (call, id) => botJson(await botInSight({ ...call, params: { id } })),
    handle: async ({ desk, body }) => botJson(await addBot(desk, body)),
  }),
  route({
    ...one,
    method: 'get',
    says: 'One bot.',
    status: 200,
    answer: BotShape,
    handle: async (call) => botJson(await botInSight(call)),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change a bot; its next turn goes by it.',
    body: BotPatch,
    status: 200,
    answer: BotShape,
    versioned: true,
    handle: async ({ desk, params, version, body }) => botJson(await updateBot(desk, { ...body, botId: params.id ?? '', version })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Delete a bot that no channel uses.',
    status: 204,
    answer: null,
    refuses: ['in_use'],
    handle: ({ desk, params }) => removeBot(desk, { botId: params.id ?? '' }),
  }),
  route({
    ...one,
    method: 'post',
    path: '/bots/{id}/try',
    says: 'What a bot would say to the first message of a closed chat. Nothing is stored or sent.',
    body: BotTry,
    status: 200,
    answer: TriedShape,
    handle: async ({ desk, params, body }) => triedJson(await tryBot(desk, { ...body, botId: params.id ?? '' })),
  }),
];

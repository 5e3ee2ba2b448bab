import { addStage } from '../../actions/workspace/add-stage';
import { orderStages } from '../../actions/workspace/order-stages';
import { removeStage } from '../../actions/workspace/remove-stage';
import { updateStage } from '../../actions/workspace/update-stage';
import { inMemory } from '../pages-of';
import { stageJson } from '../present/stage';
import { type Call, type Route, route } from '../route';
import { listOf } from '../schemas/shared';
import { NewStage, StageOrder, StagePatch, StageRemoved, StageShape, StagesQuery } from '../schemas/stage';
import { sightOf, stageInSight } from '../sight';

const one = { for: 'admins', tag: 'stages', path: '/stages/{key}', finds: stageInSight } as const;

export const STAGES: readonly Route[] = [
  route({
    method: 'get',
    path: '/stages',
    for: 'agents',
    tag: 'stages',
    says: 'The stages of a ticket, in order.',
    query: StagesQuery,
    status: 200,
    answer: listOf(StageShape),
    handle: async (call) => {
      const live = call.house.stages.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => a.position - b.position);
      const used = call.query.usage ? await usageOf(call) : null;
      const all = live.map((stage) => ({ ...stageJson(stage), ...(used && { tickets: used.get(stage.key) ?? 0 }) }));
      return inMemory(all, ({ key }) => key, call.query);
    },
  }),
  route({
    method: 'post',
    path: '/stages',
    for: 'admins',
    tag: 'stages',
    says: 'Add an intermediate stage: a label for people and figures that changes no status.',
    body: NewStage,
    status: 201,
    answer: StageShape,
    refuses: ['already_exists'],
    again: async (call, key) => stageJson(await stageInSight({ ...call, params: { key } })),
    handle: async ({ desk, body }) => stageJson(await addStage(desk, body)),
  }),
  route({
    method: 'put',
    path: '/stages/order',
    for: 'admins',
    tag: 'stages',
    says: 'Put the stages in order.',
    body: StageOrder,
    status: 200,
    answer: listOf(StageShape),
    handle: async ({ desk, body }) => ({ data: (await orderStages(desk, body)).map(stageJson), nextCursor: null }),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Rename or recolour an intermediate stage.',
    body: StagePatch,
    status: 200,
    answer: StageShape,
    refuses: ['system_stage', 'already_exists'],
    handle: async ({ desk, params, body }) => stageJson(await updateStage(desk, { ...body, key: params.key ?? '' })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Delete an intermediate stage. Its tickets move to `open`; the answer says how many.',
    status: 200,
    answer: StageRemoved,
    refuses: ['system_stage'],
    handle: ({ desk, person, params }) => removeStage(desk, { key: params.key ?? '', by: person }),
  }),
];

/** Deleted stages are counted as Open. */
async function usageOf(call: Pick<Call<unknown, unknown>, 'desk' | 'person' | 'house'>): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  for (const { stage, tickets } of await call.desk.store.reads.ticketCounts({ seenBy: sightOf(call) }))
    used.set(stage, (used.get(stage) ?? 0) + tickets);
  return used;
}

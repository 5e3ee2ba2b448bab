import type { z } from 'zod';
import { askReplay, cancelReplay, knownReplay } from '../../actions/replay/ask-replay';
import { type Planned, planChange } from '../../actions/workspace/plan-change';
import { settingsVersions } from '../../actions/workspace/settings-versions';
import type { PartialSettings } from '../../domain/settings';
import { namesOf } from '../present/names';
import { differenceJson, planJson, replayJson, versionJson } from '../present/replay';
import { type Call, type Route, route } from '../route';
import { PlanBody, PlanShape, ReplayBody, ReplayShape, ReplayTickets, VersionList } from '../schemas/replay';
import { Nothing, PageQuery, pageOf } from '../schemas/shared';

const row = { for: 'admins', tag: 'settings' } as const;

const replayInSight = ({ desk, params }: Pick<Call<unknown, unknown>, 'desk' | 'params'>) => knownReplay(desk, params.id ?? '');

const plannedIn = ({ patch, channelId = '', overrides }: z.output<typeof PlanBody>): Planned =>
  patch ? { patch: patch as PartialSettings } : { channelId, overrides: (overrides ?? {}) as PartialSettings };

export const REPLAY: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/settings/versions',
    says: 'When the settings were changed, by whom and what, newest first.',
    query: PageQuery,
    status: 200,
    answer: VersionList,
    handle: async ({ desk, query }) => {
      const { data, nextCursor } = await settingsVersions(desk, pageOf(query));
      const nameOf = await namesOf(
        desk.store.reads,
        data.map(({ by }) => by),
      );
      return { data: data.map((version) => versionJson(nameOf, version)), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/settings/plan',
    act: null,
    says: 'Which open tickets a change of the settings, or of a channel\u2019s overrides, would move now, from where to where. Changes nothing.',
    query: PageQuery,
    body: PlanBody,
    status: 200,
    answer: PlanShape,
    handle: async ({ desk, house, query, body }) => planJson(house, await planChange(desk, plannedIn(body), pageOf(query))),
  }),
  route({
    ...row,
    method: 'post',
    path: '/replays',
    act: null,
    says: 'Ask what a period would have been like under other settings. It is worked out in the background, from the record alone; nothing is changed.',
    body: ReplayBody,
    status: 202,
    answer: ReplayShape,
    again: async (call, id) => replayJson(await replayInSight({ ...call, params: { id } })),
    handle: async ({ desk, person, body: { patch, ...period } }) =>
      replayJson(await askReplay(desk, { ...period, patch: patch as PartialSettings, by: person })),
  }),
  route({
    ...row,
    method: 'get',
    path: '/replays/{id}',
    finds: replayInSight,
    says: 'One replay: how far it is, and what came out. It is kept for seven days.',
    status: 200,
    answer: ReplayShape,
    handle: async (call) => replayJson(await replayInSight(call)),
  }),
  route({
    ...row,
    method: 'post',
    path: '/replays/{id}/cancel',
    act: null,
    finds: replayInSight,
    says: 'Stop a replay that waits or is being worked out. What had come out of it by then goes.',
    body: Nothing,
    status: 200,
    answer: ReplayShape,
    refuses: ['replay_over'],
    handle: async ({ desk, params }) => replayJson(await cancelReplay(desk, params.id ?? '')),
  }),
  route({
    ...row,
    method: 'get',
    path: '/replays/{id}/tickets',
    finds: replayInSight,
    says: 'The tickets that differ, as they went and as they would have gone.',
    query: PageQuery,
    status: 200,
    answer: ReplayTickets,
    handle: async ({ desk, house, params: { id = '' }, query }) => {
      const { data, nextCursor } = await desk.store.reads.replayTickets(id, pageOf(query));
      const ids = [...new Set(data.map(({ contactId }) => contactId))];
      const names = new Map((await desk.store.reads.contactsAt(ids, desk.clock.now())).map((one) => [one.id, one.name]));
      return { data: data.map((one) => differenceJson(house, (contactId) => names.get(contactId) ?? null, one)), nextCursor };
    },
  }),
];

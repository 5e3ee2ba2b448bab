import { removeTeam } from '../../actions/teams/remove-team';
import { addTeam, updateTeam } from '../../actions/teams/save-team';
import { teamsNow } from '../../domain/team';
import { inMemory } from '../pages-of';
import { teamJson, teamsJson } from '../present/team';
import { type Route, route } from '../route';
import { listOf, PageQuery } from '../schemas/shared';
import { NewTeam, TeamPatch, TeamShape } from '../schemas/team';
import { teamInSight } from '../sight';

const row = { for: 'admins', tag: 'teams' } as const;
const one = { ...row, path: '/teams/{id}', finds: teamInSight } as const;

export const TEAMS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/teams',
    says: 'The teams. Everybody finds their names in the workspace.',
    query: PageQuery,
    status: 200,
    answer: listOf(TeamShape),
    handle: async (call) => {
      const live = teamsNow(call.house.teams);
      const { data, nextCursor } = inMemory(live, ({ id }) => id, call.query);
      return { data: await teamsJson(call, data), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/teams',
    says: 'Add a team.',
    body: NewTeam,
    status: 201,
    answer: TeamShape,
    refuses: ['already_exists'],
    again: async (call, id) => teamJson(call, await teamInSight({ ...call, params: { id } })),
    handle: async (call) => teamJson(call, await addTeam(call.desk, call.body)),
  }),
  route({
    ...one,
    method: 'get',
    says: 'One team.',
    status: 200,
    answer: TeamShape,
    handle: async (call) => teamJson(call, await teamInSight(call)),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change a team. What its members may see and are given follows at once.',
    body: TeamPatch,
    status: 200,
    answer: TeamShape,
    refuses: ['already_exists'],
    versioned: true,
    handle: async (call) =>
      teamJson(call, await updateTeam(call.desk, { ...call.body, teamId: call.params.id ?? '', version: call.version })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Delete a team that no channel and no rule names. Its open tickets are in no team from then on.',
    status: 204,
    answer: null,
    refuses: ['in_use'],
    handle: ({ desk, person, params }) => removeTeam(desk, { teamId: params.id ?? '', by: person }),
  }),
];

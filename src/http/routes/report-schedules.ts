import { addSchedule, changeSchedule, removeSchedule } from '../../actions/reports/schedules';
import { actorOf } from '../../actions/tickets/in-hand';
import { scheduleJson } from '../present/report';
import { type Route, route } from '../route';
import { NewSchedule, SchedulePatch, ScheduleShape } from '../schemas/report';
import { listOf, PageQuery, pageOf } from '../schemas/shared';
import { scheduleInSight } from '../sight-reports';

const row = { for: 'admins', tag: 'report schedules' } as const;
const one = { ...row, path: '/report-schedules/{id}', finds: scheduleInSight } as const;

export const REPORT_SCHEDULES: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/report-schedules',
    says: 'Reports that are made by themselves.',
    query: PageQuery,
    status: 200,
    answer: listOf(ScheduleShape),
    handle: async ({ desk, query }) => {
      const { data, nextCursor } = await desk.store.reads.schedules(pageOf(query));
      return { data: data.map(scheduleJson), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/report-schedules',
    says: 'Have a report made by itself. `mailTo` needs SMTP_URL and PUBLIC_URL.',
    body: NewSchedule,
    status: 201,
    answer: ScheduleShape,
    again: async (call, id) => scheduleJson(await scheduleInSight({ ...call, params: { id } })),
    handle: async ({ desk, body, person }) => scheduleJson(await addSchedule(desk, body, actorOf(person))),
  }),
  route({
    ...one,
    method: 'patch',
    says: 'Change a schedule, pause it or let it go on.',
    body: SchedulePatch,
    status: 200,
    answer: ScheduleShape,
    versioned: true,
    handle: async ({ desk, body, params, version }) => scheduleJson(await changeSchedule(desk, params.id ?? '', { ...body, version })),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'End a schedule. Reports that it had made stay.',
    status: 204,
    answer: null,
    handle: ({ desk, params }) => removeSchedule(desk, params.id ?? ''),
  }),
];

import { askAgain, askReport } from '../../actions/reports/ask-report';
import { cancelReport, removeReport } from '../../actions/reports/end-report';
import { actorOf } from '../../actions/tickets/in-hand';
import { giveReport } from '../give-report';
import { columnsJson, manifestJson, reportJson } from '../present/report';
import { type Route, route } from '../route';
import { CheckBody, CheckedShape, ColumnsShape, ManifestShape, NewReport, ReportShape } from '../schemas/report';
import { listOf, Nothing, PageQuery, pageOf } from '../schemas/shared';
import { madeReport, reportInSight } from '../sight-reports';

const row = { for: 'admins', tag: 'reports' } as const;
const one = { ...row, path: '/reports/{id}', finds: reportInSight } as const;
const again = async (call: Parameters<typeof reportInSight>[0], id: string) => reportJson(await reportInSight({ ...call, params: { id } }));

export const REPORTS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/reports',
    says: 'Reports that were asked for, the newest first.',
    query: PageQuery,
    status: 200,
    answer: listOf(ReportShape),
    handle: async ({ desk, query }) => {
      const { data, nextCursor } = await desk.store.reads.reports(pageOf(query));
      return { data: data.map(reportJson), nextCursor };
    },
  }),
  route({
    ...row,
    method: 'post',
    path: '/reports',
    says: 'Ask for a report. It is made in the background, one after the other; `report.ready` tells when it is there.',
    body: NewReport,
    status: 202,
    answer: ReportShape,
    again,
    handle: async ({ desk, body, person }) => reportJson(await askReport(desk, body, actorOf(person))),
  }),
  route({
    ...one,
    method: 'get',
    says: 'One report, with how far it is.',
    status: 200,
    answer: ReportShape,
    handle: async (call) => reportJson(await reportInSight(call)),
  }),
  route({
    ...one,
    method: 'get',
    path: '/reports/{id}/download',
    says: 'The file. 409 `report_not_ready` with the `state` while there is none yet; 410 when there is none any more, or never will be.',
    file: { gives: '*/*' },
    status: 200,
    answer: null,
    refuses: ['report_not_ready', 'gone'],
    handle: async (call) => giveReport(call, await reportInSight(call)),
  }),
  route({
    ...one,
    method: 'get',
    path: '/reports/{id}/manifest',
    says: 'What a report was made from, and the hash of its file.',
    status: 200,
    answer: ManifestShape,
    refuses: ['report_not_ready', 'gone'],
    handle: async (call) => manifestJson(madeReport(await reportInSight(call)).manifest),
  }),
  route({
    ...one,
    method: 'post',
    path: '/reports/{id}/again',
    says: 'The same request at the same position: the same file, byte by byte, whatever has happened since.',
    body: Nothing,
    status: 202,
    answer: ReportShape,
    refuses: ['report_not_ready'],
    again,
    handle: async ({ desk, params, person }) => reportJson(await askAgain(desk, params.id ?? '', actorOf(person))),
  }),
  route({
    ...one,
    method: 'post',
    path: '/reports/{id}/cancel',
    says: 'Stop a report that waits or is being made.',
    body: Nothing,
    status: 200,
    answer: ReportShape,
    refuses: ['report_over'],
    handle: async ({ desk, params }) => reportJson(await cancelReport(desk, params.id ?? '')),
  }),
  route({
    ...one,
    method: 'delete',
    says: 'Forget a report and its file.',
    status: 204,
    answer: null,
    handle: ({ desk, params }) => removeReport(desk, params.id ?? ''),
  }),
  route({
    ...row,
    method: 'post',
    path: '/reports/check',
    says: 'Which report a file is, by its SHA-256.',
    needs: 'reports:read',
    act: null,
    body: CheckBody,
    status: 200,
    answer: CheckedShape,
    handle: async ({ desk, body: { sha256 } }) => {
      const report = await desk.store.reads.reportOfFile(sha256);
      return { report: report && reportJson(report) };
    },
  }),
  route({
    ...row,
    method: 'get',
    path: '/report-columns',
    says: 'The columns of each type of report, and what they mean. `stage:*` stands for a column for each stage.',
    status: 200,
    answer: ColumnsShape,
    handle: async () => columnsJson(),
  }),
];

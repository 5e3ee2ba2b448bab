import type { ReportReads, ReportTx } from '../../ports/store';
import type { Database } from '../database';
import { pageOf } from '../reads/pages';
import { decode, selected } from '../rows';
import { REPORT_SCHEDULES, REPORTS } from '../schema';
import type { Work } from '../work';
import { reportRows } from './report-rows';

const REPORT = `select ${selected(REPORTS, 'r')} from reports r`;
const SCHEDULE = `select ${selected(REPORT_SCHEDULES, 's')} from report_schedules s`;

/** Reports that were asked for, and what stands in them. */
export function reportReads(database: Database): ReportReads {
  const { query } = database;
  return {
    ...reportRows(database),
    reports: (page) =>
      pageOf({
        query,
        list: 'reports',
        select: REPORT,
        where: '1 = 1',
        values: [],
        by: ['r.id'],
        keyNames: ['id'],
        like: [''],
        direction: 'desc',
        page,
        decode: (row) => decode(REPORTS, row),
      }),
    async report(id) {
      const { rows } = await query(`${REPORT} where r.id = ?`, [id]);
      return rows[0] ? decode(REPORTS, rows[0]) : null;
    },
    async reportOfFile(sha256) {
      const { rows } = await query(`${REPORT} where r.manifest like ? order by r.id desc limit 1`, [`%"sha256":"${sha256}"%`]);
      return rows[0] ? decode(REPORTS, rows[0]) : null;
    },
    reportsWithFiles: async () =>
      (await query("select id from reports where state in ('queued', 'running', 'ready')")).rows.map(({ id }) => id as string),
    expiredReports: async (at) =>
      (await query("select id from reports where state = 'ready' and expiresAt <= ? order by id limit 500", [at])).rows.map(
        ({ id }) => id as string,
      ),
    schedules: (page) =>
      pageOf({
        query,
        list: 'report schedules',
        select: SCHEDULE,
        where: '1 = 1',
        values: [],
        by: ['s.id'],
        keyNames: ['id'],
        like: [''],
        direction: 'asc',
        page,
        decode: (row) => decode(REPORT_SCHEDULES, row),
      }),
    async reportSchedule(id) {
      const { rows } = await query(`${SCHEDULE} where s.id = ?`, [id]);
      return rows[0] ? decode(REPORT_SCHEDULES, rows[0]) : null;
    },
    async dueSchedules(at, limit) {
      const { rows } = await query('select id from report_schedules where paused = ? and nextAt <= ? order by nextAt, id limit ?', [
        false,
        at,
        limit,
      ]);
      return rows.map(({ id }) => id as string);
    },
  };
}

export function reportsIn({ query, bulk, lock }: Work): ReportTx {
  return {
    async report(id) {
      const { rows } = await query(`${REPORT} where r.id = ?${lock}`, [id]);
      return rows[0] ? decode(REPORTS, rows[0]) : null;
    },
    addReport: (report) => bulk.insert(REPORTS, [report]),
    saveReport: (report) => bulk.update(REPORTS, [report]),
    removeReport: async (id) => void (await query('delete from reports where id = ?', [id])),
    async schedule(id) {
      const { rows } = await query(`${SCHEDULE} where s.id = ?${lock}`, [id]);
      return rows[0] ? decode(REPORT_SCHEDULES, rows[0]) : null;
    },
    addSchedule: (schedule) => bulk.insert(REPORT_SCHEDULES, [schedule]),
    saveSchedule: (schedule) => bulk.update(REPORT_SCHEDULES, [schedule]),
    removeSchedule: async (id) => void (await query('delete from report_schedules where id = ?', [id])),
  };
}

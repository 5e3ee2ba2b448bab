import type { ReportFormat, ReportRequest, ReportState } from '../../src/domain/figures/report';

export { REPORT_FORMATS, REPORT_TYPES, type ReportFormat, type ReportType } from '../../src/domain/figures/report';

/** What is asked for, as the API says it. */
export type Asked = ReportRequest;
export type Format = ReportFormat;
export type State = ReportState;

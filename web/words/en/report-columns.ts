/** What the columns of reports mean, by type and column. In English the desk itself says it. */
export const reportColumns: Readonly<Record<string, string>> = {};
export type ReportColumnsWords = typeof reportColumns;

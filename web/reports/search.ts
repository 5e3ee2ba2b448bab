/** Which tab the address names. */
export interface ReportsSearch {
  readonly tab?: 'schedules';
}

export const readReportsSearch = ({ tab }: Record<string, unknown>): ReportsSearch => (tab === 'schedules' ? { tab } : {});

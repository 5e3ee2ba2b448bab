import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, reach } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import { putReport } from './query';
import type { Report, ReportFormat } from './report';

export interface Acts {
  readonly busy: boolean;
  readonly failed: { readonly what: 'notCancelled' | 'notAgain' | 'notGot'; readonly error: Error } | null;
  /** Keeps the file; a browser that is sent there at once would not say why there is none. */
  readonly keep: () => void;
  readonly cancel: () => void;
  readonly again: (format: ReportFormat) => void;
}

export const fileOf = (id: string): string => `/api/v1/reports/${id}/download`;

/** What can be done with one report, beside deleting it. */
export function useActs({ id, type, name, from, to, channelKinds, zone, format: own, bom }: Report): Acts {
  const queries = useQueryClient();
  const put = (report: Report) => putReport(queries, report);
  const cancelling = useMutation({ mutationFn: () => ask<Report>('POST', `/reports/${id}/cancel`), onSuccess: put });
  const again = useMutation({
    mutationFn: (format: ReportFormat) =>
      format === own
        ? ask<Report>('POST', `/reports/${id}/again`, { key: freshKey() })
        : ask<Report>('POST', '/reports', {
            key: freshKey(),
            body: { type, name, from, to, channelKinds, zone, format, ...(format === 'csv' ? { bom } : {}) },
          }),
    onSuccess: put,
  });
  const keeping = useMutation({
    mutationFn: () => reach(`/reports/${id}/download`),
    onSuccess: () => window.location.assign(fileOf(id)),
  });
  return {
    busy: cancelling.isPending || again.isPending,
    failed: cancelling.error
      ? { what: 'notCancelled', error: cancelling.error }
      : again.error
        ? { what: 'notAgain', error: again.error }
        : keeping.error
          ? { what: 'notGot', error: keeping.error }
          : null,
    keep: () => keeping.mutate(),
    cancel: () => cancelling.mutate(),
    again: (format) => again.mutate(format),
  };
}

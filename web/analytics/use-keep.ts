import { useCallback } from 'react';
import type { Asked } from './asked';
import { csvOf } from './csv';
import { linesOf } from './kept-lines';
import type { SummaryJson } from './query';

/** Keeps what is shown as a file, made here of the same numbers. */
export function useKeep({ from, to }: Asked, summary: SummaryJson | undefined): () => void {
  return useCallback(() => {
    if (!summary) return;
    // With a byte order mark: older spreadsheets take it for UTF-8 then.
    const url = URL.createObjectURL(new Blob(['\ufeff', csvOf(linesOf(summary))], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = from === to ? `figures-${from}.csv` : `figures-${from}-${to}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }, [from, to, summary]);
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { localDay } from '../../src/domain/local-time';
import { useWorkspace } from '../api/workspace';
import { useMinute } from '../parts/now';
import { type FiguresSearch, withChange } from './address';
import { type Asked, askedOf } from './asked';

/** What the address asks for, with everything that it leaves out, and how to change it. */
export function useFiguresSearch() {
  const search = useSearch({ from: '/desk/analytics' });
  const go = useNavigate({ from: '/analytics' });
  const { locale } = useWorkspace();
  const deskZone = String(locale.timeZone);
  const zone = search.zone ?? deskZone;
  const today = localDay(zone, useMinute());
  const asked = useMemo<Asked>(() => askedOf(search, zone, today), [search, zone, today]);
  const change = useCallback(
    (next: Parameters<typeof withChange>[1]) => void go({ search: (now: FiguresSearch) => withChange(now, next), replace: true }),
    [go],
  );
  return { search, asked, deskZone, today, change };
}

import { Link } from '@tanstack/react-router';
import type { TicketsSearch } from './tickets-search';
import { useLocale } from './use-locale';

interface Props {
  readonly value: number;
  /** Of which tickets it is the number; without them, and at nothing, it is a number alone. */
  readonly of: TicketsSearch | null;
  /** What it counts, for who hears it without its row. */
  readonly label?: string;
}

/** A number that leads to the tickets that make it. */
export function Count({ value, of, label }: Props) {
  const said = value.toLocaleString(useLocale());
  if (of === null || value === 0) return <span>{said}</span>;
  return (
    <Link to="/analytics/tickets" search={of} aria-label={label ? `${said}, ${label}` : undefined}>
      {said}
    </Link>
  );
}

import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { type BoardSearch, withTicket } from '../search';
import { type CardThen, useCardThen, useKnownCard } from './read';

/** The ticket that is looked at, which stands in the address: going back closes it, and so does closing it. */
export function useLooked({ ticket }: BoardSearch, at: number) {
  const go = useNavigate();
  const { history } = useRouter();
  const know = useKnownCard();
  const here = useRef(false);
  const look = useCallback(
    (card: CardThen) => {
      know(new Date(at).toISOString(), card);
      here.current = true;
      void go({ to: '/board', search: (now: BoardSearch) => withTicket(now, card.id) });
    },
    [at, know, go],
  );
  // One that was opened here leaves no second entry of the same board behind.
  const close = useCallback(() => {
    if (here.current) history.back();
    else void go({ to: '/board', search: (now: BoardSearch) => withTicket(now, null), replace: true });
    here.current = false;
  }, [history, go]);
  return { ...useCardThen(at, ticket), look, close };
}

import { useNavigate, useRouterState } from '@tanstack/react-router';

const HASH = 'details';

/** Whether the details of the open ticket are asked for: a sheet below 1240 px, on a phone a page. It stands in the address, so Back closes it. */
export function useDetails(): { readonly shown: boolean; readonly show: () => void; readonly hide: () => void } {
  const shown = useRouterState({ select: ({ location }) => location.hash === HASH });
  const go = useNavigate();
  return {
    shown,
    show: () => void go({ to: '.', search: true, hash: HASH }),
    hide: () => void go({ to: '.', search: true, hash: '', replace: true }),
  };
}

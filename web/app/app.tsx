import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isProblem } from '../api/ask';
import { preferencesQuery } from '../api/preferences';
import { workspaceQuery } from '../api/workspace';
import { cssVariables, styleNonce, theme } from '../theme/theme';
import { router } from './router';

/** What is refused is refused again; only what was not answered is worth another try. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (count, error) => isProblem(error, 'offline') && count < 2, refetchOnWindowFocus: false },
  },
});

/** Asks for what every page behind the door waits for, before the page's own code has come. */
export function askAhead(): void {
  if (/^\/(login|setup)\b/.test(location.pathname)) return;
  void queries.prefetchQuery(workspaceQuery);
  void queries.prefetchQuery(preferencesQuery);
}

const scheme = localStorageColorSchemeManager({ key: 'relaydesk-theme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={scheme}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} context={{ queries }} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

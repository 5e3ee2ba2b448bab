import { useEffect } from 'react';
import { useWords } from '../words';

export function AnalyticsPage() {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${shell.pages.analytics} · ${shell.desk}`;
  }, [shell]);
  return (
    <main className="page">
      <header className="pagehead">
        <h1>{shell.pages.analytics}</h1>
      </header>
    </main>
  );
}

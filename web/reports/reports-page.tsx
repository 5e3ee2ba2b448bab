import { useEffect } from 'react';
import { useWords } from '../words';

export function ReportsPage() {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${shell.pages.reports} · ${shell.desk}`;
  }, [shell]);
  return (
    <main className="page">
      <header className="pagehead">
        <h1>{shell.pages.reports}</h1>
      </header>
    </main>
  );
}

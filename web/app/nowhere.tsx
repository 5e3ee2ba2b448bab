import { Link } from '@tanstack/react-router';
import { Empty } from '../parts/empty';
import { useWords } from '../words';

export function Nowhere() {
  const { notFound } = useWords().shell;
  return (
    <main className="page">
      <Empty page icon="search" title={notFound.title} says={notFound.says}>
        <Link className="btn" to="/">
          {notFound.back}
        </Link>
      </Empty>
    </main>
  );
}

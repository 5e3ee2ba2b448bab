import { useEffect, useState } from 'react';
import { useWords } from '../words';
import type { Step } from './steps';

const WIDTH = 268;
const LOOK = 400;

/** Beside what each coach mark stands: marked with `data-coach` in the page. */
// biome-ignore format: a table is read in columns
const BESIDE: Partial<Record<Step, { readonly mark: string; readonly where: 'before' | 'below' | 'above' }>> = {
  write:  { mark: 'phone',    where: 'before' },
  bot:    { mark: 'phone',    where: 'before' },
  person: { mark: 'phone',    where: 'before' },
  answer: { mark: 'composer', where: 'above' },
  close:  { mark: 'close',    where: 'below' },
};

interface Place {
  readonly left: number;
  readonly top: number;
}

/** One hint at a time, beside what it is about. It takes no press and no focus. */
export function Coach({ step }: { readonly step: Step | null }) {
  const { coach } = useWords().trial;
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const look = () => setPlace(step && placeFor(step));
    look();
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  }, [step]);
  if (!step || !place || !(step in coach)) return null;
  const words = coach[step as keyof typeof coach];
  return (
    <div className="coach" role="note" style={{ left: place.left, top: place.top }}>
      <b>{words.title}</b>
      <span>{words.says}</span>
    </div>
  );
}

function placeFor(step: Step): Place | null {
  const beside = BESIDE[step];
  const target = beside && document.querySelector(`[data-coach="${beside.mark}"]`)?.getBoundingClientRect();
  if (!beside || !target || target.width === 0) return null;
  const rtl = document.documentElement.dir === 'rtl';
  if (beside.where === 'before') return { left: rtl ? target.right + 24 : target.left - WIDTH - 44, top: target.top - 56 };
  if (beside.where === 'above') return { left: target.left + 16, top: target.top - 92 };
  return { left: rtl ? target.left : target.right - WIDTH, top: target.bottom + 12 };
}

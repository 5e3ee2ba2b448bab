import type { Settings } from '../../../src/domain/settings';
import { useLanguage } from '../../words';
import { sayingIn } from './durations';
import { lifeOf, type Point, widthOf } from './life';

/** A silent ticket from the agent's answer to its end, drawn; the sentence says the same. */
export function LifeLine({ timers }: { readonly timers: Settings['timers'] }) {
  const { language, words } = useLanguage();
  const { life } = words.rules;
  const points = lifeOf(timers);
  return (
    <section className="card">
      <div className="h">
        <h2>{life.title}</h2>
      </div>
      <div className="life" role="img" aria-label={sentenceOf(points, language, life)}>
        <ol aria-hidden="true">
          {points.map((point, at) => (
            <Stretch key={point.moment} point={point} next={points[at + 1]} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** A moment, and the line to the next one. */
function Stretch({ point, next }: { readonly point: Point; readonly next: Point | undefined }) {
  const { rules, common } = useLanguage().words;
  const { name, says } = rules.life.points[point.moment];
  const time = next ? common.lasting(next.after) : '';
  return (
    <li className={`${point.moment} ${next ? '' : 'last'}`} style={next ? { flexGrow: widthOf(next.after) } : undefined}>
      <span className="gap mute">{next?.moment === 'idle' ? rules.life.silence(time) : time}</span>
      <span className="line" />
      <span className="point" />
      <span className="named">
        {name}
        <span className="mute block">{says}</span>
      </span>
    </li>
  );
}

type LifeWords = ReturnType<typeof useLanguage>['words']['rules']['life'];

function sentenceOf(points: readonly Point[], language: string, { begins, steps, stays }: LifeWords): string {
  const later = points.flatMap(({ moment, after }) => (moment === 'answer' ? [] : [steps[moment](inFull(after, language))]));
  const ends = points.some(({ moment }) => moment === 'closed' || moment === 'tooOld');
  return `${[begins, ...later, ...(ends ? [] : [stays])].join('; ')}.`;
}

/** In the largest unit that divides it: 22 hours, 90 minutes. */
function inFull(ms: number, language: string): string {
  const seconds = Math.round(ms / 1000);
  const iso = seconds % 86_400 === 0 ? `P${seconds / 86_400}D` : seconds % 3_600 === 0 ? `PT${seconds / 3_600}H` : smaller(seconds);
  return sayingIn(language).inFull(iso);
}

const smaller = (seconds: number): string => (seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`);

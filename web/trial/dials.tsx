import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../words';
import { setWeather, type Weather, weatherQuery } from './trial-data';

/** `step`: one move of the slider. */
// biome-ignore format: a table is read in columns
const DIALS = [
  { key: 'duplicate', most: 10,    step: 1 },
  { key: 'reorder',   most: 10,    step: 1 },
  { key: 'delay',     most: 5_000, step: 100 },
  { key: 'errors',    most: 10,    step: 1 },
] as const satisfies readonly { key: keyof Weather; most: number; step: number }[];

/** What a real network does, turned up by hand. */
export function Dials() {
  const { trial } = useWords();
  const queries = useQueryClient();
  const weather = useQuery(weatherQuery).data;
  const turn = async (change: Partial<Weather> | null) => {
    queries.setQueryData(weatherQuery.queryKey, await setWeather(change === null ? {} : { ...weather, ...change }));
  };
  if (!weather) return null;
  return (
    <section className="dials" aria-label={trial.weather}>
      <div className="row">
        <b>{trial.weather}</b>
        <span className="sm mute">{trial.weatherSays}</span>
        <span className="grow" />
        <button type="button" className="link sm" onClick={() => void turn(null)}>
          {trial.reset}
        </button>
      </div>
      {DIALS.map(({ key, most, step }) => {
        const words = key === 'delay' ? trial.upTo(weather.delay) : trial.often(weather[key]);
        return (
          <label key={key} className="dial">
            <span>{trial.dials[key]}</span>
            <input
              type="range"
              min={0}
              max={most}
              step={step}
              value={weather[key]}
              aria-valuetext={words}
              onChange={({ target }) => void turn({ [key]: Number(target.value) })}
            />
            <span className="sm r">{words}</span>
          </label>
        );
      })}
    </section>
  );
}

import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { clockOf } from './clock-of';
import './player.css';

interface Props {
  readonly src: string;
  /** What it is and from whom. */
  readonly label: string;
  /** How long it lasts, where that is known before it is read; in seconds. */
  readonly seconds?: number | null;
  /** What stands in its place where the browser can't play it. */
  readonly otherwise: ReactNode;
}

let loud: HTMLAudioElement | null = null;

/** One at a time is heard. */
function alone({ currentTarget }: SyntheticEvent<HTMLAudioElement>): void {
  if (loud !== currentTarget) loud?.pause();
  loud = currentTarget;
}

/** A sound to listen to: plays, stops, and goes to any place by pointer or arrows. */
export function Player({ src, label, seconds = null, otherwise }: Props) {
  const { play: says } = useWords().files;
  const audio = useRef<HTMLAudioElement>(null);
  const [plays, setPlays] = useState(false);
  const [at, setAt] = useState(0);
  const [lasts, setLasts] = useState(seconds);
  const [failed, fail] = useState(false);
  const read = ({ currentTarget: { duration } }: SyntheticEvent<HTMLAudioElement>) => Number.isFinite(duration) && setLasts(duration);
  const turn = () => void (plays ? audio.current?.pause() : audio.current?.play().catch(() => fail(true)));
  const whole = lasts ?? 0;
  if (failed) return otherwise;
  return (
    <span className="player">
      {/* biome-ignore lint/a11y/useMediaCaption: what people say to each other has no captions */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onLoadedMetadata={read}
        onDurationChange={read}
        onPlay={(event) => {
          alone(event);
          setPlays(true);
        }}
        onPause={() => setPlays(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onError={() => fail(true)}
      />
      <button type="button" className="btn icon playbtn" aria-label={`${plays ? says.pause : says.play}: ${label}`} onClick={turn}>
        <Icon name={plays ? 'setAside' : 'play'} />
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(whole, 0.1)}
        step={0.1}
        value={Math.min(at, whole)}
        aria-label={says.place}
        aria-valuetext={`${clockOf(at)} / ${clockOf(whole)}`}
        onChange={({ target }) => {
          if (audio.current) audio.current.currentTime = Number(target.value);
          setAt(Number(target.value));
        }}
      />
      <span className="sm mute times">{plays || at > 0 ? clockOf(at) : lasts === null ? '' : clockOf(lasts)}</span>
    </span>
  );
}

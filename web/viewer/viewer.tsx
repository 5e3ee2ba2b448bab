import { type KeyboardEvent, useState } from 'react';
import type { Message } from '../api/types';
import { fileAt } from '../files/file-at';
import { Modal } from '../parts/dialog';
import { Icon } from '../parts/icon';
import { lookedAt, type Media, showsAs } from '../thread/media/kinds';
import { useLabel } from '../thread/media/use-label';
import { useWords } from '../words';
import { Tools } from './tools';
import { useZoom } from './use-zoom';
import './viewer.css';
import { STEP } from './zoom';

interface Props {
  readonly messages: readonly Message[];
  /** The message that is looked at. */
  readonly at: string;
  /** To another; null closes it. */
  readonly go: (messageId: string | null) => void;
}

/** The pictures and videos of a conversation, one after the other in full. */
export function Viewer({ messages, at, go }: Props) {
  const shown = messages.filter(({ content, deletedAt }) => deletedAt === null && lookedAt(content) !== null);
  const place = shown.findIndex(({ id }) => id === at);
  const message = shown[place];
  const media = message && lookedAt(message.content);
  // Taken back by its sender while it was looked at.
  if (!media) return null;
  const step = (by: 1 | -1) => {
    const to = shown[place + by];
    if (to) go(to.id);
  };
  return <Looking id={at} content={media} place={place} count={shown.length} step={step} close={() => go(null)} />;
}

interface LookingProps {
  readonly id: string;
  readonly content: Media;
  readonly place: number;
  readonly count: number;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
}

function Looking({ id, content, place, count, step, close }: LookingProps) {
  const { attaching, common } = useWords();
  const { viewer } = attaching;
  const label = useLabel(id, content);
  const zoom = useZoom(id, step);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLMediaElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = actOf(event.key, zoom, step);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <Modal
      opened
      onClose={close}
      fullScreen
      title={
        <>
          <bdi>{label}</bdi>
          <span className="mute sm place">{count > 1 ? viewer.place(place + 1, count) : ''}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': common.close }}
      classNames={{ content: 'viewer', header: 'viewerhead', body: 'viewerbody', title: 'viewertitle' }}
      onKeyDown={onKeyDown}
    >
      <Tools content={content} zoom={zoom} />
      <div className="lookframe" ref={zoom.frame}>
        <Shown key={id} content={content} label={label} zoom={zoom} />
      </div>
      {place > 0 ? (
        <button
          type="button"
          className="btn icon turn before"
          aria-label={viewer.previous}
          title={viewer.previous}
          onClick={() => step(-1)}
        >
          <Icon name="back" flips />
        </button>
      ) : null}
      {place < count - 1 ? (
        <button type="button" className="btn icon turn after" aria-label={viewer.next} title={viewer.next} onClick={() => step(1)}>
          <Icon name="forward" flips />
        </button>
      ) : null}
    </Modal>
  );
}

type Zooming = ReturnType<typeof useZoom>;

function actOf(key: string, { by, whole }: Zooming, step: (by: 1 | -1) => void): (() => void) | null {
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowLeft' || key === 'ArrowRight') return () => step(key === onward ? 1 : -1);
  if (key === '+' || key === '=') return () => by(STEP);
  if (key === '-') return () => by(1 / STEP);
  return key === '0' ? whole : null;
}

interface ShownProps {
  readonly content: Media;
  readonly label: string;
  readonly zoom: Zooming;
}

function Shown({ content, label, zoom: { zoom, by, whole, hears } }: ShownProps) {
  const { viewer } = useWords().attaching;
  const [broken, breakIt] = useState(false);
  const src = fileAt(content.mediaId);
  if (broken) return <p className="mute">{viewer.failed}</p>;
  if (showsAs(content) === 'film')
    return (
      // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
      <video src={src} controls playsInline autoPlay={false} preload="metadata" aria-label={label} onError={() => breakIt(true)} />
    );
  const { scale, x, y } = zoom;
  return (
    <img
      src={src}
      alt={label}
      draggable={false}
      data-larger={scale > 1 || undefined}
      style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
      onDoubleClick={() => (scale > 1 ? whole() : by(STEP * STEP))}
      onError={() => breakIt(true)}
      {...hears}
    />
  );
}

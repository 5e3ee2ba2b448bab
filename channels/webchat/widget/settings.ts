import type { Looks } from './view';

/** What the script's own element says: whose chat it is, and how it looks on this site. */
export interface Settings {
  readonly desk: string;
  readonly channelId: string;
  readonly language: string | null;
  readonly title: string | null;
  readonly looks: Looks;
}

/** null: it names no channel. */
export function settingsOf({ src, dataset }: Pick<HTMLScriptElement, 'src' | 'dataset'>): Settings | null {
  const { channel, color = null, position, language = null, title = null, theme } = dataset;
  if (!channel || src === '') return null;
  return {
    desk: src.replace(/\/webchat\.js(?:[?#].*)?$/, ''),
    channelId: channel,
    language,
    title,
    looks: {
      color,
      side: position === 'left' || position === 'right' ? position : null,
      theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    },
  };
}

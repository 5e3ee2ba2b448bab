export const THEMES = ['system', 'light', 'dark'] as const;
export const APP_LANGUAGES = ['en', 'es', 'pt-BR'] as const;
export const SEND_KEYS = ['mod_enter', 'enter'] as const;
export const NOTIFY = ['none', 'mine', 'all'] as const;

/** How one person likes the web app. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number];
  /** null = the browser's. */
  readonly language: (typeof APP_LANGUAGES)[number] | null;
  /** IANA; null = the browser's. */
  readonly timeZone: string | null;
  readonly sendWith: (typeof SEND_KEYS)[number];
  readonly sounds: boolean;
  /** Notifications of an open tab: about one's own tickets, or all that one sees. */
  readonly desktopNotifications: (typeof NOTIFY)[number];
  /** Web push about one's own tickets while no tab is open. */
  readonly pushNotifications: boolean;
}

/** Calm until asked otherwise: nothing sounds or pops up by itself. */
export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  language: null,
  timeZone: null,
  sendWith: 'mod_enter',
  sounds: false,
  desktopNotifications: 'none',
  pushNotifications: false,
};

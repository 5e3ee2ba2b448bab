import { z } from 'zod';
import { APP_LANGUAGES, DEFAULT_PREFERENCES, NOTIFY, type Preferences, SEND_KEYS, THEMES } from '../../domain/preferences';
import { settingErrors } from '../../domain/settings';

const Zone = z.string().superRefine((timeZone, context) => {
  const [error] = settingErrors({ locale: { timeZone } }, { perChannel: false });
  if (error) context.addIssue({ code: 'custom', message: error.message });
});

const FIELDS = {
  theme: z.enum(THEMES),
  language: z.enum(APP_LANGUAGES).nullable().meta({ description: 'null = the browser\u2019s.' }),
  timeZone: Zone.nullable().meta({ description: 'IANA; null = the browser\u2019s.' }),
  sendWith: z.enum(SEND_KEYS).meta({ description: 'Which key sends: Ctrl or \u2318 with Enter, or Enter alone.' }),
  sounds: z.boolean(),
  desktopNotifications: z.enum(NOTIFY).meta({ description: 'Of an open tab: about own tickets, or all that one sees.' }),
  pushNotifications: z.boolean().meta({ description: 'Web push about own tickets while no tab is open.' }),
} satisfies Record<keyof Preferences, z.ZodType>;

export const PreferencesShape = z.object(FIELDS).meta({ id: 'Preferences', default: DEFAULT_PREFERENCES });
export const PreferencesPatch = z.strictObject(FIELDS).partial();

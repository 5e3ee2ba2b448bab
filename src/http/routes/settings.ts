import { changeSettings } from '../../actions/workspace/change-settings';
import type { PartialSettings, Settings } from '../../domain/settings';
import { type Route, route } from '../route';
import { SettingsPatch, SettingsShape } from '../schemas/settings';

const row = { path: '/settings', for: 'admins', tag: 'settings', status: 200, answer: SettingsShape } as const;

/** The schema is grown from the table of settings, so the compiler knows less of it than the domain does. */
const json = (settings: Settings) => settings as unknown as Record<string, Record<string, unknown>>;

export const SETTINGS_ROUTES: readonly Route[] = [
  route({ ...row, method: 'get', says: 'The rules of the whole workspace.', handle: async ({ house }) => json(house.settings) }),
  route({
    ...row,
    method: 'patch',
    says: 'Change some rules. They reach open tickets at once.',
    body: SettingsPatch,
    handle: async ({ desk, body }) => json(await changeSettings(desk, { patch: body as PartialSettings })),
  }),
];

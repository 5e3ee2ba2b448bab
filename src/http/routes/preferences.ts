import { changePreferences, preferencesOf } from '../../actions/personal/preferences';
import { type Route, route } from '../route';
import { PreferencesPatch, PreferencesShape } from '../schemas/preferences';

const row = { path: '/me/preferences', for: 'agents', tag: 'me', status: 200, answer: PreferencesShape } as const;

export const PREFERENCES: readonly Route[] = [
  route({ ...row, method: 'get', says: 'How you like the web app.', handle: ({ desk, person }) => preferencesOf(desk, person) }),
  route({
    ...row,
    method: 'patch',
    says: 'Change some of your preferences.',
    body: PreferencesPatch,
    handle: ({ desk, person, body }) => changePreferences(desk, { by: person, patch: body }),
  }),
];

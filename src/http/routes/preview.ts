import { previewOverrides, previewSettings } from '../../actions/workspace/preview-change';
import type { PartialSettings } from '../../domain/settings';
import { previewJson } from '../present/preview';
import { type Route, route } from '../route';
import { OverridesPreview, PreviewShape } from '../schemas/preview';
import { SettingsPatch } from '../schemas/settings';
import { channelInSight } from '../sight';

const row = { method: 'post', for: 'admins', status: 200, answer: PreviewShape } as const;

export const PREVIEW: readonly Route[] = [
  route({
    ...row,
    path: '/settings/preview',
    tag: 'settings',
    says: 'How many open tickets a change of the settings would move now. Changes nothing.',
    body: SettingsPatch,
    handle: async ({ desk, house, body }) => previewJson(house, await previewSettings(desk, { patch: body as PartialSettings })),
  }),
  route({
    ...row,
    path: '/channels/{id}/preview',
    tag: 'channels',
    says: 'How many open tickets of a channel other overrides would move now. Changes nothing.',
    finds: channelInSight,
    body: OverridesPreview,
    handle: async ({ desk, house, params, body }) =>
      previewJson(house, await previewOverrides(desk, { channelId: params.id ?? '', overrides: body.overrides as PartialSettings })),
  }),
];

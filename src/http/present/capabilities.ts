import type { z } from 'zod';
import type { MediaLimits } from '../../domain/media-limits';
import type { Capabilities } from '../../ports/channel';
import type { CapabilitiesShape } from '../schemas/capabilities';

type CapabilitiesJson = z.input<typeof CapabilitiesShape>;

export const capabilitiesJson = ({ contents, reactions, media, template, ...rest }: Capabilities): CapabilitiesJson => ({
  ...rest,
  contents: [...contents],
  media: mediaJson(media),
  template: template && { ...template, header: [...template.header] },
  reactions: reactions === 'any' ? reactions : [...reactions],
});

const mediaJson = (limits: MediaLimits): CapabilitiesJson['media'] =>
  Object.fromEntries(Object.entries(limits).map(([type, { mimes, ...limit }]) => [type, { ...limit, mimes: [...mimes] }]));

import { saveTargets } from '../../actions/workspace/save-targets';
import { liveTargets, type Target } from '../../domain/targets';
import type { House } from '../../ports/store';
import { type Route, route } from '../route';
import { Targets } from '../schemas/target';

const row = { path: '/targets', for: 'admins', tag: 'settings', status: 200, answer: Targets } as const;

const targetsJson = (targets: readonly Target[], { teams }: House) => ({ targets: liveTargets(targets, teams) });

export const TARGETS: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    says: 'How soon tickets are to be answered and resolved.',
    handle: async ({ house }) => targetsJson(house.targets, house),
  }),
  route({
    ...row,
    method: 'put',
    says: 'The whole list in place of the former. Open tickets get their new due times within seconds.',
    body: Targets,
    handle: async ({ desk, body, house }) => targetsJson(await saveTargets(desk, body), house),
  }),
];

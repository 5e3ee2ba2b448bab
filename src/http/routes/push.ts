import { pushKeys } from '../../actions/pushing/push-keys';
import { subscribe, unsubscribe } from '../../actions/pushing/push-subscriptions';
import { type Route, route } from '../route';
import { NewPushSubscription, OldPushSubscription, PushShape } from '../schemas/push';

const row = { for: 'agents', tag: 'me' } as const;
const subscriptions = { ...row, path: '/me/push-subscriptions', status: 204, answer: null } as const;

export const PUSH: readonly Route[] = [
  route({
    ...row,
    method: 'get',
    path: '/me/push',
    says: 'The key with which this desk pushes.',
    status: 200,
    answer: PushShape,
    handle: async ({ desk }) => ({ publicKey: (await pushKeys(desk)).publicKey }),
  }),
  route({
    ...subscriptions,
    method: 'post',
    says: 'Let the desk push to this browser, while `pushNotifications` of your preferences is on and you have no tab open.',
    body: NewPushSubscription,
    handle: ({ desk, person, body }) => subscribe(desk, { ...body, by: person }),
  }),
  route({
    ...subscriptions,
    method: 'delete',
    says: 'Push to this browser no more.',
    body: OldPushSubscription,
    handle: ({ desk, person, body }) => unsubscribe(desk, { ...body, by: person }),
  }),
];

import { scopedPeople } from '../meta/messaging/identity';

export const { whoIs, address, alias } = scopedPeople('fb', 'the digits of a Page-scoped id; Messenger gives one only to who wrote first');

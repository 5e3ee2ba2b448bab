import { scopedPeople } from '../meta/messaging/identity';

export const { whoIs, address, alias } = scopedPeople(
  'ig',
  'the digits of an Instagram-scoped id; Instagram gives one only to who wrote first',
);

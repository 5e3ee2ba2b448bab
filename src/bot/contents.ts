import { type Check, list, nullable, number, object, oneOf, oneShapeOf, optional, words } from './shape';

const title = words(256);
const choice = { id: title, title };
const row = object({ ...choice, description: optional(title) });
const card = object({
  name: nullable(words(256)),
  phones: list(words(64), 0, 20),
  emails: list(words(254), 0, 20),
  organisation: optional(words(256)),
});

/** What a bot may say. What its channel can't take is refused when it is sent. */
// biome-ignore format: a table is read in columns
const SHAPES: Readonly<Record<string, Check>> = {
  text:     object({ type: oneOf('text'),     text: words(65_536) }),
  location: object({ type: oneOf('location'), latitude: number(-90, 90), longitude: number(-180, 180), name: optional(words(1000)), address: optional(words(1000)) }),
  contacts: object({ type: oneOf('contacts'), contacts: list(card, 1, 50) }),
  buttons:  object({ type: oneOf('buttons'),  text: words(4096), buttons: list(object(choice), 1, 20) }),
  list:     object({ type: oneOf('list'),     text: words(4096), button: title, sections: list(object({ title: optional(title), rows: list(row, 1, 100) }), 1, 20) }),
};

/** The contents of one reply, in order. */
export const contents: Check = list(oneShapeOf(SHAPES, 'type'), 0, 10);

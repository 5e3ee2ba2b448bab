/** What a customer does next: write one of these, send a file, wait for words of the bot or of a person, or let so many seconds pass. */
export type Step =
  | { readonly says: readonly string[] }
  | { readonly sends: 'image' | 'voice'; readonly caption?: string }
  | { readonly waits: 'bot' | 'person' | 'to be written to' }
  | { readonly rests: number };

/** What an agent does with a ticket once it has had so many answers. */
export type Ending = 'close' | 'snooze' | 'in-progress';

export interface Journey {
  readonly steps: readonly Step[];
  readonly answers: number;
  readonly ending: Ending;
}

const says = (...words: string[]): Step => ({ says: words });
const rests = (seconds: number): Step => ({ rests: seconds });
const reply: Step = { waits: 'bot' };
const answer: Step = { waits: 'person' };
const news: Step = { waits: 'to be written to' };

const HOURS = says('Hi, when are you open?', 'Hello! What are your hours today?');
const DELIVERY = says('And do you deliver?', 'How long does shipping take?');
const PERSON = says('Can I talk to a person please?', 'I would like to ask a human.', 'Is somebody there?');
const TROUBLE = says(
  'My lamp flickers.',
  'The blue lampshade came with a crack.',
  'My order has not arrived.',
  'Which bulb fits the Luna lamp?',
);
const DETAILS = says('It is the order of last week.', 'I can send a picture later.', 'It is for the kitchen.');
const PICTURE: Step = { sends: 'image', caption: 'This is how it looks in the evening.' };
const VOICE: Step = { sends: 'voice' };
const THANKS = says('Thanks a lot!', 'Great, thank you!');

/** Dealt to the customers in turn, so that a newcomer sees tickets in every status. */
// biome-ignore format: a table is read in columns
export const JOURNEYS: readonly Journey[] = [
  /* talks, is helped */       { steps: [PERSON, answer, TROUBLE, PICTURE, answer, DETAILS, answer, rests(4), THANKS, rests(30)], answers: 4, ending: 'close' },
  /* asks the bot only */      { steps: [HOURS, reply, rests(3), DELIVERY, reply, rests(2), THANKS, rests(20)],            answers: 1, ending: 'close' },
  /* falls silent, is idle */  { steps: [PERSON, answer, TROUBLE, answer, rests(60), DETAILS, answer, rests(30)],            answers: 3, ending: 'close' },
  /* is set aside */           { steps: [PERSON, answer, TROUBLE, answer, rests(70), THANKS, rests(20)],                     answers: 2, ending: 'in-progress' },
  /* is written to first */    { steps: [HOURS, reply, rests(3), news, rests(15), THANKS, rests(30)],                           answers: 1, ending: 'close' },
  /* is snoozed */             { steps: [PERSON, answer, TROUBLE, answer, rests(50), DETAILS, rests(40)],                    answers: 2, ending: 'snooze' },
  /* talks at length */        { steps: [PERSON, answer, TROUBLE, answer, DETAILS, answer, VOICE, answer, THANKS, rests(20)], answers: 5, ending: 'close' },
];

/** What agents write. */
export const ANSWERS: readonly string[] = [
  'Good morning! Tell me more, please.',
  'I see. Let me look that up for you.',
  'We will send you a new one tomorrow.',
  'Could you send me the number of your order?',
  'That one is in the shop; we keep it for you until Saturday.',
];
export const FIRST_WORDS = 'Your lamp is ready to be picked up. Shall we keep it until Saturday?';
export const BACK_AGAIN = 'I have looked into it: all is well now. Anything else?';

import { botModel } from '../domain/support/bot-model';
import { diceOf, withDice } from './support/dice';
import { figure, sized } from './support/size';

const INTERLEAVINGS = sized(10_000, 1_000_000);

it(`a bot never talks over a person and forgets nobody, in ${INTERLEAVINGS} interleavings of the domain`, () =>
  withDice(async (dice) => {
    const seen = { spoken: 0, left: 0, dropped: 0, records: 0, failed: 0, handedOff: 0, refused: 0 };
    const first = dice.below(2 ** 30);
    for (let n = 0; n < INTERLEAVINGS; n++) {
      const { counts, broken } = play(first + n);
      if (broken.length > 0) throw new Error(`interleaving ${first + n}: ${broken.join('; ')}`);
      for (const name of Object.keys(seen) as (keyof typeof seen)[]) seen[name] += counts[name];
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(INTERLEAVINGS / 100);
    figure(`bot, the domain: ${INTERLEAVINGS} interleavings, ${JSON.stringify(seen)}`);
  }));

/** One chat's life of up to thirty steps; the customer and the bot are busier than the rest. */
function play(seed: number) {
  const dice = diceOf(seed);
  const model = botModel(dice);
  const { customerWrites, turnBegins, turnEnds, sends, ...rest } = model.steps;
  const busy = [customerWrites, turnBegins, turnEnds, sends];
  const others = Object.values(rest);
  for (let n = 6 + dice.below(25); n > 0; n--) dice.pick(dice.next() < 0.7 ? busy : others)();
  return { counts: model.counts, broken: model.rest() };
}

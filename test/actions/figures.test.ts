import { catchUp } from '../../src/actions/figures/catch-up';
import { answers, closes, hears, MARIA, PEDRO, wait } from '../support/acts';
import { databases } from '../support/database';
import { HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('the figures, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const figuresOf = async (id: string) => {
    await catchUp(house.desk);
    const [one] = await house.desk.store.reads.figuresOf([id]);
    if (!one) throw new Error(`nothing is kept of ${id}`);
    return one;
  };

  it('keep how long a ticket took, in whole seconds', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house, MARIA);
    house.clock.forward(90_500);
    await answers(house, ticket, ana);
    await wait(house, 30 * MINUTE);
    house.clock.forward(HOUR);
    await closes(house, ticket);
    expect(await figuresOf(ticket.id)).toMatchObject({
      number: ticket.number,
      openCause: 'customer_wrote',
      response: 90,
      respondedBy: ana.id,
      status: 'closed',
      messagesIn: 1,
      messagesOut: 1,
      spent: { plain: { total: 90 + 1800 + 3600, handle: 1890, waiting: 90, idle: 3600 } },
    });
    expect(await house.desk.store.reads.allFigureCounts()).toHaveLength(1);
    await hears(house, PEDRO);
    await catchUp(house.desk);
    expect(await house.desk.store.reads.allFigureCounts()).toMatchObject([{ tickets: 1 }, { tickets: 1 }]);
  });
});

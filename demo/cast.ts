import type { Dice } from './dice';
import { JOURNEYS, type Journey } from './journeys';
import type { Network, Twin } from './twin';

/** A customer who writes by the script. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly network: Network;
  /** As an agent writes it to start a chat. */
  readonly address: string;
  readonly journey: Journey;
  /** How many messages have reached the phone, by who wrote them. */
  readonly heard: { bot: number; person: number };
  /** Would like to be written to. */
  invites: boolean;
}

const FIRST = ['Mara', 'Tomás', 'Yuki', 'Amira', 'Jonas', 'Ngozi', 'Léa', 'Piet', 'Sofía', 'Ravi'];
const LAST = ['Souza', 'Keller', 'Okafor', 'Tanaka', 'Haddad', 'Lind', 'Moreau', 'Novak', 'Silva', 'Jensen'];

/** So many people with a phone, whom the twin knows from now on. The newcomer's own customer is not among them. */
export async function invite(twin: Twin, count: number, dice: Dice): Promise<Customer[]> {
  const [first, last] = [dice.between(0, FIRST.length), dice.between(0, LAST.length)].map(Math.floor) as [number, number];
  const customers = Array.from({ length: count }, (_, n) =>
    made(n, `${turn(FIRST, first + n)} ${turn(LAST, last + n + Math.floor(n / 10))}`),
  );
  for (const { id, name, network, address } of customers)
    await twin.do('customer', { id, name, ...(network === 'whatsapp' ? { phone: address } : { igsid: address, username: id }) });
  return customers;
}

/** Who of the script a contact of the desk is: the network names them, or only their address. */
export function customerIn(cast: readonly Customer[], { name, address }: { name: string | null; address: string }): Customer | undefined {
  return cast.find((one) => one.name === name || one.address === address);
}

function made(n: number, name: string): Customer {
  const network = n % 3 === 2 ? 'instagram' : 'whatsapp';
  const address = network === 'whatsapp' ? `1555020${1000 + n}` : `610000000001${1000 + n}`;
  return { id: `customer-${n + 1}`, name, network, address, journey: turn(JOURNEYS, n), heard: { bot: 0, person: 0 }, invites: false };
}

function turn<T>(list: readonly T[], n: number): T {
  return list[n % list.length] as T;
}

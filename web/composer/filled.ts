import { type CannedVariable, fill, firstName } from '../../src/domain/canned';

interface Known {
  readonly contact: string | null;
  readonly agent: string;
  readonly number: number;
}

/** The text of a canned reply with its variables filled; a name that nobody knows leaves no comma before the first word. */
export function filled(text: string, { contact, agent, number }: Known): string {
  const values: Record<CannedVariable, string | null> = {
    'contact.name': contact,
    'contact.firstName': firstName(contact),
    'agent.name': agent,
    'agent.firstName': firstName(agent),
    'ticket.number': String(number),
  };
  const words = fill(text, values);
  return /^\s*\{\{/.test(text) ? begun(words) : words;
}

function begun(words: string): string {
  const rest = words.replace(/^[\s,;:.!?]+(?=\p{L})/u, '');
  return rest === words ? words : rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

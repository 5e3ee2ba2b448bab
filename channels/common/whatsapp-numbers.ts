/**
 * WhatsApp spells some numbers in several ways: Brazil's ninth digit, Mexico's 1 after the country, Argentina's 9 there or its 15
 * behind the area. We know a person by the short one; what is sent goes to the one that the network wrote.
 */
// biome-ignore format: a table is read in columns
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^55(\d{2})9([6-9]\d{7})$/,       '55$1$2'],
  [/^521(\d{10})$/,                  '52$1'],
  [/^549([123]\d{9})$/,              '54$1'],
  [/^54(11)15(\d{8})$/,              '54$1$2'],
  [/^54([23]\d{2})15(\d{7})$/,       '54$1$2'],
  [/^54([23]\d{3})15(\d{6})$/,       '54$1$2'],
];

export function canonical(digits: string): string {
  return SPELLINGS.reduce((number, [long, short]) => number.replace(long, short), digits);
}

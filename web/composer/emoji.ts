export const COLUMNS = 8;

const listOf = (emoji: string): string[] => emoji.split(' ');

/** A small choice; the keyboard of the system has them all. */
export const EMOJI = {
  faces: listOf('🙂 😀 😄 😁 😅 😂 🤣 😊 😉 😍 🥰 😘 😎 🤩 🥳 😇 🤔 🤨 😐 😬 🙄 😴 😌 😔 😕 😢 😭 😤 😠 😱 🤯 😳 🥺 🤗 🤭 🤫 😷 🤒 🥶 🤠'),
  hands: listOf('👍 👎 👌 ✌️ 🤞 🤝 👏 🙌 🙏 💪 👋 ✋ 🤚 🖐️ 👉 👈 👆 👇 ☝️ ✍️ 🤷 🤦 🙋 🙇'),
  hearts: listOf('❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💯 ✨ ⭐ 🌟 🔥 🎉 🎊 ✅ ❌ ❓ ❗ ⚠️ ⏳ ⌛ 🔔'),
  things: listOf('📦 🚚 🛒 🛍️ 🎁 💳 🧾 💰 📄 📎 📷 📱 💻 ☎️ 📧 📅 ⏰ 📍 🏠 🏪 🚗 ✈️ ☀️ 🌧️ ☕ 🍕 🍰 🌹 🐶 🐱 🔑 🔧'),
} as const;

export type Kind = keyof typeof EMOJI;
export const KINDS = Object.keys(EMOJI) as Kind[];
const RECENT = 2 * COLUMNS;

/** The chosen one first, each once. */
export const recentAfter = (recent: readonly string[], chosen: string): string[] =>
  [chosen, ...recent.filter((emoji) => emoji !== chosen)].slice(0, RECENT);

type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** Where a key leads in groups of rows that are COLUMNS wide; groups begin on a row of their own. */
export function movedIn(sizes: readonly number[], at: number, key: string): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const rows = rowsOf(sizes);
  const row = rows.findIndex(({ from, to }) => at >= from && at < to);
  const column = at - (rows[row]?.from ?? 0);
  const inRow = (target: (typeof rows)[number] | undefined) => (target ? Math.min(target.from + column, target.to - 1) : at);
  const moves: Record<Direction, () => number> = {
    ArrowLeft: () => Math.max(0, at - 1),
    ArrowRight: () => Math.min(total - 1, at + 1),
    ArrowUp: () => inRow(rows[row - 1]),
    ArrowDown: () => inRow(rows[row + 1]),
    Home: () => 0,
    End: () => total - 1,
  };
  return key in moves ? moves[key as Direction]() : at;
}

function rowsOf(sizes: readonly number[]): { readonly from: number; readonly to: number }[] {
  let start = 0;
  return sizes.flatMap((size) => {
    const first = start;
    start += size;
    return Array.from({ length: Math.ceil(size / COLUMNS) }, (_, row) => ({
      from: first + row * COLUMNS,
      to: Math.min(first + (row + 1) * COLUMNS, first + size),
    }));
  });
}

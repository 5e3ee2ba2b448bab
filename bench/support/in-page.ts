/**
 * Runs in the page before anything else. As text, because it lives in a browser and the bench does not. `bench.first`: when the
 * first ticket was painted and the page took the next task, in milliseconds since the navigation.
 */
export const IN_PAGE = `
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const until = async (found) => {
    while (!found()) await new Promise((next) => requestAnimationFrame(next));
    return painted();
  };
  const wait = (ms) => new Promise((next) => setTimeout(next, ms));
  const row = () => document.querySelector('[role=listbox] [role=option]');
  const log = () => document.querySelector('[role=log]');
  let pressedAt = 0;
  addEventListener('keydown', (event) => { pressedAt = event.timeStamp; }, true);
  window.bench = {
    first: until(row),
    /** Begins to look for the conversation of another ticket; \`switched\`: how long after the key it stood there. */
    watch: () => {
      const before = log();
      const at = until(() => log() && log() !== before && log().textContent.length > 0);
      window.bench.switched = at.then((at) => at - pressedAt);
    },
    /** Steadily down the list, a dozen rows a picture; waits where the next page has not come yet. */
    scroll: async (rows) => {
      const box = document.querySelector('[role=listbox]');
      const height = row().offsetHeight;
      let stuck = 0;
      while (box.scrollTop < rows * height && stuck < 600) {
        const before = box.scrollTop;
        box.scrollTop += 12 * height;
        await new Promise((next) => requestAnimationFrame(next));
        stuck = box.scrollTop === before ? stuck + 1 : 0;
      }
      return Math.round(box.scrollTop / height);
    },
    /** How often what lies at a point became another row, for so long. */
    moves: async (x, y, ms) => {
      const under = () => document.elementFromPoint(x, y)?.closest('[role=option]')?.id ?? '';
      const first = under();
      let moves = 0;
      for (const end = performance.now() + ms; performance.now() < end; await wait(100)) if (under() !== first) moves += 1;
      return moves;
    },
  };
`;

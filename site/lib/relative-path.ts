/** Paths of a picture in steps from where the line stands, which are the same for lines alike: a page then weighs less. */

import { roundTenth } from './lifecycle-words.ts';

/**
 * The inside of an SVG whose paths (M, H, V and Q with absolute numbers) are written in relative steps, tenths at most;
 * paths with other commands stay as they are.
 */
export function relativePaths(body: string): string {
  return body.replace(/ d="([^"]*)"/g, (whole, d: string) =>
    /^(?:[MHVQ][\d. -]+)+$/.test(d) ? ` d="${relativePath(d)}"` : whole,
  );
}

function relativePath(d: string): string {
  let [x, y] = [0, 0];
  return d.replace(/([MHVQ])([^MHVQ]+)/g, (_, command: string, numbers: string) => {
    const values = numbers.trim().split(/ +/).map(Number);
    const steps = values.map((value, at) =>
      roundTenth(value - (command === 'V' || (command !== 'H' && at % 2 === 1) ? y : x)),
    );
    const [toX = x, toY = y] =
      command === 'H' ? [values[0]] : command === 'V' ? [x, values[0]] : values.slice(-2);
    [x, y] = [toX, toY];
    return command.toLowerCase() + steps.join(' ').replaceAll(' -', '-');
  });
}

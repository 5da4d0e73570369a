/** Which ways to a real VS Code this machine has. */

/** A desktop program on Linux needs a display. */
export function hasDisplay(): boolean {
  return (
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  );
}

/** Whether VS Code's own download answers, within a few seconds. */
export async function canDownloadVsCode(): Promise<boolean> {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(4000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Where VS Code's server from npm and the browser from npm run. */
export function onServerPlatform(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

import { commands, type Disposable, type ExtensionContext } from 'vscode';
import { fixAllKind } from '../shared/protocol.ts';
import type { Running } from './activation.ts';
import type { StatusItem } from './statusItem.ts';

/**
 * The commands that need the server. What they do is loaded when somebody asks for it.
 * @param subscriptions gets what they leave behind
 */
export function registerCommands(
  launch: () => Promise<Running | null>,
  status: StatusItem,
  subscriptions: ExtensionContext['subscriptions'],
): Disposable[] {
  const withServer = (id: string, run: (running: Running) => Promise<void>): Disposable =>
    commands.registerCommand(id, async () => {
      const running = await launch();
      if (running !== null) await run(running);
    });
  return [
    withServer('postingLens.fixAll', async () => {
      await commands.executeCommand('editor.action.sourceAction', { kind: fixAllKind, apply: 'first' });
    }),
    withServer('postingLens.retitle', async (running) =>
      (await import('./commands/retitle.ts')).retitle(running),
    ),
    withServer('postingLens.fixFinding', async () => (await import('./commands/findings.ts')).fixFinding()),
    withServer('postingLens.ignoreFinding', async () =>
      (await import('./commands/findings.ts')).ignoreFinding(),
    ),
    withServer('postingLens.changeLevel', async () => (await import('./commands/findings.ts')).changeLevel()),
    withServer('postingLens.checkAll', async (running) =>
      (await import('./commands/checkAll.ts')).checkAll(running, subscriptions),
    ),
    withServer('postingLens.newPosting', async (running) =>
      (await import('./commands/newPosting.ts')).createPosting(running),
    ),
    withServer('postingLens.remake', async (running) =>
      (await import('./commands/remake.ts')).remake(running),
    ),
    commands.registerCommand('postingLens.exportReport', async () =>
      (await import('./commands/checkAll.ts')).exportReport(),
    ),
    commands.registerCommand('postingLens.applyRemake', async () =>
      (await import('./commands/remake.ts')).applyRemake(),
    ),
    commands.registerCommand('postingLens.discardRemake', async () =>
      (await import('./commands/remake.ts')).discardRemake(),
    ),
    commands.registerCommand('postingLens.openSample', async () =>
      (await import('./commands/sample.ts')).openSample(),
    ),
    withServer('postingLens.showProfile', async () => {
      await commands.executeCommand('postingLens.profile.focus');
    }),
    commands.registerCommand('postingLens.showMenu', async () => {
      const { text, detail } = status.words;
      await (await import('./commands/statusMenu.ts')).showStatusMenu(text, detail);
    }),
  ];
}

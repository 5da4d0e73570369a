import type { Asked, Balance, BalanceBar, BalanceGroup, Told } from './messages.ts';
import { drawBar, type Scale, scale } from './picture.ts';

declare function acquireVsCodeApi(): { postMessage(message: Asked): void };

const vscode = acquireVsCodeApi();

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  return element;
}

/** Writes only what is new, so that nobody hears again what has not changed. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An element that is kept as long as what it shows is there. */
interface Kept<Shown> {
  readonly element: Element;
  update(shown: Shown): void;
}

/** The children of an element by their ids: kept, made, taken out and put in order without touching those that stay. */
function keep<Shown extends { readonly id: string }>(
  parent: Element,
  begin: (shown: Shown) => Kept<Shown>,
): (all: readonly Shown[]) => void {
  const kept = new Map<string, Kept<Shown>>();
  return (all) => {
    const ids = new Set(all.map(({ id }) => id));
    for (const [id, { element }] of kept)
      if (!ids.has(id)) {
        element.remove();
        kept.delete(id);
      }
    const focused = document.activeElement;
    all.forEach((shown, index) => {
      const each = kept.get(shown.id) ?? begin(shown);
      kept.set(shown.id, each);
      each.update(shown);
      const before = parent.children[index] ?? null;
      if (before !== each.element) parent.insertBefore(each.element, before);
    });
    // An element that moved has lost the focus.
    if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused)
      focused.focus({ preventScroll: true });
  };
}

function beginBar(side: BalanceGroup['side'], { id }: BalanceBar): Kept<BalanceBar> {
  const element = make('li');
  const button = make('button', 'bar');
  button.type = 'button';
  const words = make('span');
  const [label, amount, says] = [make('span'), make('span', 'amount'), make('span', 'said')];
  words.append(label, amount);
  const picture = drawBar(side);
  button.append(words, says, picture.element);
  element.append(button);
  button.addEventListener('click', () => vscode.postMessage({ type: 'reveal', bar: id }));
  return {
    element,
    update: (bar) => {
      write(label, bar.label);
      write(amount, bar.amount);
      write(says, bar.says);
      picture.update(bar.length);
    },
  };
}

function beginGroup({ side, id }: BalanceGroup): Kept<BalanceGroup> {
  const element = make('section', 'group');
  element.dataset['side'] = side;
  const heading = make('h2');
  heading.id = `group-${id}`;
  element.setAttribute('aria-labelledby', heading.id);
  const [name, amount] = [make('span'), make('span', 'amount')];
  heading.append(name, amount);
  const list = make('ul');
  element.append(heading, list);
  const bars = keep<BalanceBar>(list, (bar) => beginBar(side, bar));
  return {
    element,
    update: (group) => {
      write(name, group.name);
      write(amount, group.amount);
      list.hidden = group.bars.length === 0;
      bars(group.bars);
    },
  };
}

const page = make('main');
const silence = make('p', 'silence');
const posting = make('div');
const title = make('p', 'title');
const verdict = make('h1');
const sure = make('p', 'sure');
const picture: Scale = scale();
const groups = make('div');
const said = make('p', 'said');
said.setAttribute('role', 'status');
posting.append(title, verdict, sure, picture.element, groups);
page.append(silence, posting, said);
document.body.append(page);
const showGroups = keep<BalanceGroup>(groups, beginGroup);

function show(balance: Balance): void {
  silence.hidden = balance.silence === '';
  posting.hidden = balance.silence !== '';
  write(silence, balance.silence);
  write(title, balance.title);
  title.hidden = balance.title === '';
  write(verdict, balance.verdict);
  write(sure, balance.sure);
  picture.update(balance.groups, balance.summary);
  showGroups(balance.groups);
}

window.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if (data.type === 'balance') show(data.balance);
  else write(said, data.says);
});
vscode.postMessage({ type: 'ready' });

// Loaded before a shipped program (`--import faults.mjs?rule=ID&text=MARK`), in each of its threads: that rule throws, and
// so does reading a document that holds that text. Names of properties survive the bundler, so rules and formats are
// known by theirs when the program first looks through its list of them.
const asked = new URL(import.meta.url).searchParams;
const rule = asked.get('rule');
const text = asked.get('text');

function breakEach(list) {
  for (const each of list) {
    if (rule !== null && each?.id === rule && typeof each.check === 'function')
      each.check = () => {
        throw new Error('broken on purpose');
      };
    if (text !== null && typeof each?.read === 'function' && Array.isArray(each.extensions)) {
      const { read } = each;
      each.read = (source, memory) => {
        if (source.includes(text)) throw new Error('cannot be read on purpose');
        return read(source, memory);
      };
    }
  }
}

const broken = new WeakSet();
for (const name of ['filter', 'find', 'flatMap']) {
  const own = Array.prototype[name];
  Object.defineProperty(Array.prototype, name, {
    ...{ configurable: true, writable: true },
    value: function (...given) {
      if (this.length > 0 && typeof this[0]?.id === 'string' && !broken.has(this)) {
        broken.add(this);
        breakEach(this);
      }
      return own.apply(this, given);
    },
  });
}

/**
 * Does tasks side by side and hands out their answers in the order of the tasks, each as soon as those before it are out.
 * Takes a task only when those that wait to be handed out weigh less than `most`.
 * @param use is done before the next answer is handed out, and holds up the taking of tasks when it is slow
 * @throws what a task, an answer's use or the giving of tasks throws
 */
export async function inOrder<Task, Answer>(
  tasks: AsyncIterable<Task>,
  most: number,
  run: (task: Task) => Promise<Answer>,
  use: (answer: Answer) => Promise<void>,
  weigh: (task: Task) => number = () => 1,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const waiting: { readonly weight: number; readonly used: Promise<void> }[] = [];
  let weight = 0;
  for await (const task of tasks) {
    last = Promise.all([run(task), last]).then(([answer]) => use(answer));
    // What fails is thrown where it is awaited.
    last.catch(() => undefined);
    waiting.push({ weight: weigh(task), used: last });
    weight += weigh(task);
    while (weight >= most) {
      const first = waiting.shift();
      weight -= first?.weight ?? weight;
      await first?.used;
    }
  }
  await last;
}

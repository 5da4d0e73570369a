/**
 * Does tasks side by side and hands out their answers in the order of the tasks, each as soon as those before it are out.
 * Takes a task only when fewer than `most` wait to be handed out.
 * @param use is done before the next answer is handed out, and holds up the taking of tasks when it is slow
 * @throws what a task, an answer's use or the giving of tasks throws
 */
export async function inOrder<Task, Answer>(
  tasks: AsyncIterable<Task>,
  most: number,
  run: (task: Task) => Promise<Answer>,
  use: (answer: Answer) => Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const waiting: Promise<void>[] = [];
  for await (const task of tasks) {
    last = Promise.all([run(task), last]).then(([answer]) => use(answer));
    // What fails is thrown where it is awaited.
    last.catch(() => undefined);
    waiting.push(last);
    if (waiting.length >= most) await waiting.shift();
  }
  await last;
}

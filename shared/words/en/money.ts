/** Prices, limits and the books. */
export const money = {
  overCap:
    'This costs {{amount, dollars}}, and of the {{cap, dollars}} that "{{project}}" may cost {{used, dollars}} is spent or reserved. Nothing was sent; raise the cap, or ask for less.',
  asksFirst:
    'This costs {{amount, dollars}}. For more than {{limit, dollars}} "{{project}}" wants the amount confirmed first; nothing was sent.',
  priceChanged:
    'The price changed from {{agreed, dollars}} to {{amount, dollars}}. Nothing was sent; look at the new quote first.',
  paidBySpans: 'The spans were paid one by one; joining them is free.',
  booksOf: 'Costs of {{project}}',
  booksOfAll: 'Costs of all projects',
  sameIsThere:
    'Exactly this was made meanwhile: "{{name}}". It can be had for nothing; nothing was sent.',
  noSuchTask: 'There is no task "{{task}}" in the books of this store.',
  taskClosed: 'The books of this task are closed already, so there is nothing to write off.',
  taskUnderWay:
    'The job "{{title}}" is still under way, so its money cannot be written off. Wait for its end, or stop waiting for it first.',
  writtenOffByHand: 'Given up by hand.',
  refusedUnbilled: 'Refused without a bill; it goes on under another number.',
  insteadOfRefused: 'In the place of a task that was refused without a bill.',
  writtenOffByEnd: 'The service ended the task without a take; it may have been billed.',
  otherRecipe:
    'Take {{take}} was made from something else than "{{shot}}" asks for now, so it cannot stand for it. Generate a new one.',
  reused: 'Take {{take}} of "{{shot}}", made from exactly the same; nothing was paid for it here.',
  projectBusy:
    'The project is being changed all the time by another program, so the request found no place in it. Try again.',
  noTake: 'There is no such take any more.',
} as const

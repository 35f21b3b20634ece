/** Why a document is no request that can be sent. Names of fields and their values stand as on the wire. */
export const request = {
  several_one:
    'The document holds {{count, number}} request. Give exactly one, or each in a file of its own.',
  several_other:
    'The document holds {{count, number}} requests. Give exactly one, or each in a file of its own.',
  noRequest:
    'The document is not a request. Give a JSON object with taskType, model and positivePrompt.',
  notJson:
    'This is no JSON ({{where}}). Paste the whole document, from its first brace to its last.',
  atField: '{{field}}: {{problem}}',
  responseUnread:
    'The response beside the request cannot be read at {{at}}. Correct it, or leave the response out.',
  responseRootUnread:
    'The response beside the request cannot be read. Correct it, or leave the response out.',
  unknownField:
    'Ray3.2 has no field "{{field}}" here, and the service would bill the request all the same. {{advice}}',
  leaveItOut: 'Leave it out.',
  didYouMean: 'Did you mean {{field}}? Otherwise leave it out.',
  writeInstead: 'Write {{field}} instead.',
  writeInside: 'Write it inside {{field}}.',
  noNegativePrompt: 'Ray3.2 has no negative prompt: say in positivePrompt what should be seen.',
  hasNone: 'Ray3.2 has no {{field}}: leave it out.',
  fixedRate: 'Ray3.2 always makes {{rate, number}} pictures per second: leave it out.',
  frameImagesInside: 'Write it inside inputs, as [{"image": ..., "frame": ...}].',
  frameInstead: 'Write frame instead, an index on the {{rate, number}} fps grid.',
  noReferencePictures: 'Ray3.2 takes no reference pictures: pin them with inputs.frameImages.',
  noReferenceFootage: 'Ray3.2 takes no reference footage: give it as inputs.video.',
  olderSettings: 'It belongs to older models: use settings.',
  olderConcepts: 'It belongs to older models: write camera moves into positivePrompt.',
  sizeInstead: 'Write width and height instead.',
  noTaskUuid: 'taskUUID is missing. Give the request a new UUID of version 4.',
  noModel: 'model is missing. Write "luma:ray@3.2".',
  noTaskType: 'taskType is missing. Write "videoInference".',
  missing: '{{field}} is missing. Give it.',
  wrong: '{{field}} is {{value}}. {{expected}}',
  expectFrame: 'Write "first", "last" or a whole index such as 0 or 120.',
  expectOneOf: 'It must be {{values, anyOf}}.',
  expectTaskUuid: 'It must be a UUID of version 4: make a new one.',
  expectForm: 'It must have the form of a {{form}}.',
  expectString: 'It must be text in quotes.',
  expectNumber: 'It must be a number without quotes.',
  expectInt: 'It must be a whole number without quotes.',
  expectBoolean: 'It must be true or false.',
  expectObject: 'It must be an object in braces.',
  expectArray: 'It must be a list in brackets.',
  expectType: 'It must be of type {{type}}.',
  expectSomething: 'It is empty: give a value or leave it out.',
  expectOther: 'Correct it or leave it out.',
} as const

/** What each illegal request of illegal.ts and illegalEdges.ts is offered: the nearest legal value, or null where there is none. */
export const NEAREST: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> = {
  'an empty prompt': null,
  'a blank prompt': null,
  'a blank look': null,
  'no words between pins': null,
  'a prompt of 6001': null,
  'size and resolution': {
    resolution: null,
  },
  'resolution and a lone width': {
    resolution: null,
  },
  'a reframe with a resolution': {
    resolution: null,
  },
  'a lone width': {
    width: 1280,
    height: 720,
  },
  'a lone height': {
    width: 1280,
    height: 720,
  },
  'a lone odd width': {
    width: 960,
    height: 540,
  },
  'a lone odd height': {
    width: 1920,
    height: 1080,
  },
  'an odd size': {
    width: 1104,
    height: 832,
  },
  '4K': {
    width: 1920,
    height: 1080,
  },
  'nothing by nothing': {
    width: 480,
    height: 480,
  },
  'a negative size': {
    width: 1280,
    height: 720,
  },
  'neither size nor resolution': {
    resolution: '720p',
  },
  'pins without a size': {
    resolution: '720p',
  },
  'a reframe without a width': {
    width: 720,
    height: 1280,
  },
  'a reframe without a size': {
    width: 1280,
    height: 720,
  },
  'a source position beside a resolution only': {
    width: 1280,
    height: 720,
    resolution: null,
  },
  'no duration': {
    duration: 5,
  },
  'pins without a duration': {
    duration: 5,
  },
  '0 s': {
    duration: 5,
  },
  '-5 s': {
    duration: 5,
  },
  '4.999 s': {
    duration: 5,
  },
  '7 s': {
    duration: 5,
  },
  '9 s': {
    duration: 10,
  },
  '11 s': {
    duration: 10,
  },
  '60 s': {
    duration: 10,
  },
  'a transformation of 5 s': {
    duration: null,
  },
  'a reframe of 10 s': {
    duration: null,
  },
  '18.01 s to transform': null,
  '30.01 s to reframe': null,
  'a source without length': null,
  'a path instead of media': null,
  'a placeholder without a file': null,
  'an empty list of pins': {
    'inputs.frameImages': null,
  },
  '65 pins': null,
  'index 121 of 5 s': {
    'inputs.frameImages[0].frame': 120,
  },
  'index 241 of 10 s': {
    'inputs.frameImages[1].frame': 240,
  },
  'index -2': {
    'inputs.frameImages[0].frame': 0,
  },
  'two pins on an index': {
    'inputs.frameImages[2].frame': 4,
  },
  '-1 on the last index': {
    'inputs.frameImages[1].frame': 239,
  },
  'two first pictures': {
    'inputs.frameImages[1].frame': 1,
  },
  'two last pictures': {
    'inputs.frameImages[1].frame': 119,
  },
  'first beside a number': {
    'inputs.frameImages[0].frame': 0,
  },
  'last beside a number': {
    'inputs.frameImages[1].frame': 120,
  },
  'first at 10 s': {
    'inputs.frameImages[0].frame': 0,
  },
  'last at 10 s': {
    'inputs.frameImages[0].frame': 240,
  },
  'first and last at 10 s': {
    'inputs.frameImages[1].frame': 240,
  },
  '-1 alone at 10 s': {
    'inputs.frameImages[0].frame': 240,
  },
  'pins in a reframe': {
    'inputs.frameImages': null,
  },
  'a guide behind the end': {
    'inputs.frameImages[1].frame': 120,
  },
  'a guide before the start': {
    'inputs.frameImages[0].frame': 0,
  },
  'two guides on an index': {
    'inputs.frameImages[1].frame': 6,
  },
  'a word beside a guide index': {
    'inputs.frameImages[0].frame': 0,
  },
  'a loop of 10 s': {
    'settings.loop': null,
  },
  'an HDR loop': {
    'settings.loop': null,
  },
  'a loop to a last picture': {
    'settings.loop': null,
  },
  'a loop to -1': {
    'settings.loop': null,
  },
  'a loop with an index': {
    'settings.loop': null,
  },
  'a looping transformation': {
    'settings.loop': null,
  },
  'a looping reframe': {
    'settings.loop': null,
  },
  'HDR of 10 s': {
    duration: 5,
  },
  'HDR at 360p': {
    resolution: '720p',
  },
  'HDR at 540p': {
    resolution: '720p',
  },
  'HDR at 640 x 360': {
    width: 1280,
    height: 720,
  },
  'an HDR reframe': {
    'settings.hdr': null,
    'settings.exrExport': null,
  },
  'EXR without HDR': {
    'settings.hdr': true,
  },
  'EXR with HDR off': {
    'settings.hdr': true,
  },
  'EXR of an SDR transformation': {
    'settings.hdr': true,
  },
  'EXR of a reframe': {
    'settings.exrExport': null,
  },
  'edit without footage': {
    'settings.edit': null,
  },
  'edit with pins': {
    'settings.edit': null,
  },
  'edit in a reframe': {
    'settings.edit': null,
  },
  'automatic with strength': {
    'settings.edit.strength': null,
  },
  'automatic with controls': {
    'settings.edit.controls': null,
  },
  'depthBlur -0.1': {
    'settings.edit.controls.depthBlur': 0,
  },
  'depthBlur 1.1': {
    'settings.edit.controls.depthBlur': 1,
  },
  'normalsAugmentation -0.1': {
    'settings.edit.controls.normalsAugmentation': 0,
  },
  'normalsAugmentation 1.1': {
    'settings.edit.controls.normalsAugmentation': 1,
  },
  'trajectorySparsity -0.1': {
    'settings.edit.controls.trajectorySparsity': 0,
  },
  'trajectorySparsity 1.1': {
    'settings.edit.controls.trajectorySparsity': 1,
  },
  'a position without footage': {
    'settings.sourcePosition': null,
  },
  'x of -2.1': {
    'settings.sourcePosition.x': -2,
  },
  'x of 2.1': {
    'settings.sourcePosition.x': 2,
  },
  'y of -3': {
    'settings.sourcePosition.y': -2,
  },
  'y of 3': {
    'settings.sourcePosition.y': 2,
  },
  'no width': {
    'settings.sourcePosition.width': 1,
  },
  'a negative height': {
    'settings.sourcePosition.height': 1,
  },
  'a width of 2.5': {
    'settings.sourcePosition.width': 2,
  },
  'a height of 2.5': {
    'settings.sourcePosition.height': 2,
  },
  'a source to the right': {
    'settings.sourcePosition.x': 0.5,
    'settings.sourcePosition.y': 0,
  },
  'a source above': {
    'settings.sourcePosition.x': 0,
    'settings.sourcePosition.y': 0,
  },
  'four results': {
    numberResults: 1,
  },
  'no results': {
    numberResults: 1,
  },
  'a ttl of 59 s': {
    ttl: 60,
  },
  'a ttl of a year': {
    ttl: 2592000,
  },
  'quality 19': {
    outputQuality: 20,
  },
  'quality 100': {
    outputQuality: 99,
  },
  'a webhook that is no address': {
    webhookURL: null,
  },
  'an upload to a file': {
    uploadEndpoint: null,
  },
  'a look of 6100': null,
  'a reframe of 6001 words': null,
  'only line breaks': null,
  'text of 854 x 480': {
    width: 960,
    height: 540,
  },
  'pins of 854 x 480': {
    width: 960,
    height: 540,
  },
  'reframe of 854 x 480': {
    width: 960,
    height: 540,
  },
  'text of 1080 x 1350': {
    width: 1248,
    height: 1656,
  },
  'pins of 1080 x 1350': {
    width: 1248,
    height: 1656,
  },
  'reframe of 1080 x 1350': {
    width: 1248,
    height: 1656,
  },
  'text of 2048 x 1080': {
    width: 1920,
    height: 1080,
  },
  'pins of 2048 x 1080': {
    width: 1920,
    height: 1080,
  },
  'reframe of 2048 x 1080': {
    width: 1920,
    height: 1080,
  },
  'text of 1920 x 1088': {
    width: 1920,
    height: 1080,
  },
  'pins of 1920 x 1088': {
    width: 1920,
    height: 1080,
  },
  'reframe of 1920 x 1088': {
    width: 1920,
    height: 1080,
  },
  'text of 1281 x 720': {
    width: 1280,
    height: 720,
  },
  'pins of 1281 x 720': {
    width: 1280,
    height: 720,
  },
  'reframe of 1281 x 720': {
    width: 1280,
    height: 720,
  },
  'text of 1280 x 721': {
    width: 1280,
    height: 720,
  },
  'pins of 1280 x 721': {
    width: 1280,
    height: 720,
  },
  'reframe of 1280 x 721': {
    width: 1280,
    height: 720,
  },
  'text of 128 x 128': {
    width: 480,
    height: 480,
  },
  'pins of 128 x 128': {
    width: 480,
    height: 480,
  },
  'reframe of 128 x 128': {
    width: 480,
    height: 480,
  },
  'text of 1 x 1': {
    width: 480,
    height: 480,
  },
  'pins of 1 x 1': {
    width: 480,
    height: 480,
  },
  'reframe of 1 x 1': {
    width: 480,
    height: 480,
  },
  'pins of 1 s': {
    duration: 5,
  },
  'pins of 6 s': {
    duration: 5,
  },
  'pins of 8 s': {
    duration: 10,
  },
  'pins of 10.001 s': {
    duration: 10,
  },
  'pins of 15 s': {
    duration: 10,
  },
  'HDR of 9 s': {
    duration: 5,
  },
  'a manual edit of 10 s': {
    duration: null,
  },
  '20 s to transform': null,
  '30 s to transform': null,
  'a minute to reframe': null,
  'nothing to reframe': null,
  'clip.mp4 as footage': null,
  'C:\\clips\\a.mp4 as footage': null,
  'file:///clips/a.mp4 as footage': null,
  'ftp://example.com/a.mp4 as footage': null,
  'one picture of two without a file': null,
  'index 240 of 5 s': {
    'inputs.frameImages[1].frame': 120,
  },
  'index 10000': {
    'inputs.frameImages[0].frame': 240,
  },
  'index -240': {
    'inputs.frameImages[0].frame': 0,
  },
  'two pins at 0': {
    'inputs.frameImages[1].frame': 1,
  },
  '128 pins': null,
  'first beside 0': {
    'inputs.frameImages[0].frame': 0,
  },
  'first and -1 at 10 s': {
    'inputs.frameImages[0].frame': 0,
  },
  'no guides': {
    'inputs.frameImages': null,
  },
  '65 guides': null,
  'a guide at 433': {
    'inputs.frameImages[0].frame': 432,
  },
  'last beside a guide': {
    'inputs.frameImages[1].frame': 120,
  },
  'a guide twice at the end': {
    'inputs.frameImages[1].frame': 119,
  },
  'a loop through a pin at 0': {
    'settings.loop': null,
  },
  'a loop to index 120': {
    'settings.loop': null,
  },
  'a loop of pins of 10 s': {
    'settings.loop': null,
  },
  'a looping manual edit': {
    'settings.loop': null,
  },
  'HDR pins of 10 s': {
    duration: 5,
  },
  'HDR at 480 x 480': {
    width: 960,
    height: 960,
  },
  'HDR at 416 x 552': {
    width: 832,
    height: 1104,
  },
  'HDR at 720 x 720': {
    width: 960,
    height: 960,
  },
  'HDR at 1260 x 540': {
    width: 1680,
    height: 720,
  },
  'EXR of SDR pins': {
    'settings.hdr': true,
  },
  'EXR of an HDR reframe': {
    'settings.exrExport': null,
  },
  'controls without footage': {
    'settings.edit': null,
  },
  'automatic control of a reframe': {
    'settings.edit': null,
  },
  'depthBlur of -1': {
    'settings.edit.controls.depthBlur': 0,
  },
  'depthBlur of 1.0001': {
    'settings.edit.controls.depthBlur': 1,
  },
  'depthBlur of 100': {
    'settings.edit.controls.depthBlur': 1,
  },
  'normalsAugmentation of -1': {
    'settings.edit.controls.normalsAugmentation': 0,
  },
  'normalsAugmentation of 1.0001': {
    'settings.edit.controls.normalsAugmentation': 1,
  },
  'normalsAugmentation of 100': {
    'settings.edit.controls.normalsAugmentation': 1,
  },
  'trajectorySparsity of -1': {
    'settings.edit.controls.trajectorySparsity': 0,
  },
  'trajectorySparsity of 1.0001': {
    'settings.edit.controls.trajectorySparsity': 1,
  },
  'trajectorySparsity of 100': {
    'settings.edit.controls.trajectorySparsity': 1,
  },
  'a position of pins': {
    'settings.sourcePosition': null,
  },
  'x of 100': {
    'settings.sourcePosition.x': 2,
  },
  'y of -2.0001': {
    'settings.sourcePosition.y': -2,
  },
  'a width of pixels': {
    'settings.sourcePosition.width': 2,
  },
  'no height': {
    'settings.sourcePosition.height': 1,
  },
  'a source to the left': {
    'settings.sourcePosition.x': 0,
    'settings.sourcePosition.y': 0,
  },
  'a source below': {
    'settings.sourcePosition.x': 0,
    'settings.sourcePosition.y': 0,
  },
  'two results': {
    numberResults: 1,
  },
  'a ttl of 0': {
    ttl: 60,
  },
  'a ttl of a second too many': {
    ttl: 2592000,
  },
  'quality 0': {
    outputQuality: 20,
  },
  'a webhook by ftp': {
    webhookURL: null,
  },
  'an upload to nowhere': {
    uploadEndpoint: null,
  },
}

/**
 * The passes of the effects on the graphics processor. Every texture has the picture's first row first and holds
 * premultiplied values.
 */

/** One triangle over everything; `flip` is -1 for the canvas, whose first row is the lowest. */
export const OVER_ALL = `#version 300 es
uniform float flip;
out vec2 place;
void main() {
  vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  place = corner;
  gl_Position = vec4(corner.x * 2.0 - 1.0, (corner.y * 2.0 - 1.0) * flip, 0.0, 1.0);
}`

const head = `#version 300 es
precision highp float;
precision highp sampler3D;
uniform sampler2D picture;
in vec2 place;
out vec4 color;
vec3 straight(vec4 c) { return c.a > 0.0 ? c.rgb / c.a : vec3(0.0); }
`

/** Pairs of neighbours at most: gaussian.ts reaches 24 points, of which two are read at once. */
export const MOST_TAPS = 16

export const PASSES = {
  color: `${head}
uniform sampler3D colors;
uniform float size;
void main() {
  vec4 c = texture(picture, place);
  vec3 at = clamp(straight(c), 0.0, 1.0) * ((size - 1.0) / size) + 0.5 / size;
  vec4 found = texture(colors, at);
  float alpha = c.a * found.a;
  color = vec4(found.rgb * alpha, alpha);
}`,

  /** `taps`: how far from the middle, in points, and the weight of what lies there on either side. */
  convolve: `${head}
uniform vec2 point;
uniform float middle;
uniform vec2 taps[${MOST_TAPS}];
uniform int count;
void main() {
  vec4 sum = middle * texture(picture, place);
  for (int i = 0; i < count; i++) {
    vec2 away = taps[i].x * point;
    sum += taps[i].y * (texture(picture, place + away) + texture(picture, place - away));
  }
  color = sum;
}`,

  /** Means of `factor` (an even number) pixels along an axis; `shape` is the target's size, `pixels` the picture's. */
  shrink: `${head}
uniform vec2 axis;
uniform vec2 shape;
uniform vec2 pixels;
uniform float margin;
uniform int factor;
void main() {
  vec2 at = floor(place * shape);
  vec2 first = (at - margin) * float(factor);
  vec2 own = (at + 0.5) / shape;
  vec4 sum = vec4(0.0);
  for (int i = 1; i < factor; i += 2) {
    vec2 read = (first + float(i)) / pixels;
    sum += texture(picture, mix(own, read, axis));
  }
  color = sum * 2.0 / float(factor);
}`,

  /** Lines between the points of a coarse grid; `pixels` is the target's size, `points` the grid's. */
  grow: `${head}
uniform vec2 pixels;
uniform vec2 points;
uniform float margin;
uniform float factor;
void main() {
  color = texture(picture, (place * pixels / factor + margin) / points);
}`,

  sharpen: `${head}
uniform sampler2D soft;
uniform float amount;
void main() {
  vec4 c = texture(picture, place);
  vec3 value = straight(c);
  vec3 mean = straight(texture(soft, place));
  color = vec4(clamp(value + amount * (value - mean), 0.0, 1.0) * c.a, c.a);
}`,

  vignette: `${head}
uniform vec2 pixels;
uniform float amount;
uniform float from;
uniform float to;
void main() {
  vec4 c = texture(picture, place);
  float distance = length((place - 0.5) * pixels) / (length(pixels) / 2.0);
  float t = clamp((distance - from) / (to - from), 0.0, 1.0);
  float share = abs(amount) * t * t * (3.0 - 2.0 * t);
  color = vec4(amount >= 0.0 ? c.rgb * (1.0 - share) : c.rgb + (vec3(c.a) - c.rgb) * share, c.a);
}`,
} as const

export type PassName = keyof typeof PASSES

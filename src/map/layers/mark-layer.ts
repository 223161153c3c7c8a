import { Layer, project32, type LayerProps, type UpdateParameters } from '@deck.gl/core';
import type { Buffer, Texture } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import { ATLAS_CELLS } from '../mark-atlas.ts';

/** Marks as the graphics card has them, in the order they are drawn. */
export interface MarkColumns {
  /** Degrees, four numbers a mark: longitude and latitude, then what single precision leaves of either. */
  readonly places: Float32Array;
  /** Four bytes a mark: column and row of its picture in the atlas, its size in hundredths, nothing. */
  readonly looks: Uint8Array;
}

export interface MarkLayerProps extends LayerProps {
  readonly marks: MarkColumns;
  readonly atlas: ImageData;
  /** Side of a mark of size 100, px. */
  readonly sizePx: number;
}

const BLOCK = `\
layout(std140) uniform marksUniforms {
  vec2 atlasPx;
  float pitchPx;
  float sidePx;
  float sizePx;
} marks;
`;

const marksUniforms = {
  name: 'marks',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { atlasPx: 'vec2<f32>', pitchPx: 'f32', sidePx: 'f32', sizePx: 'f32' },
} as const;

const VERTEX = `\
#version 300 es
#define SHADER_NAME marks-vertex
in vec4 places;
in vec4 looks;
out vec2 corner;
void main(void) {
  vec4 look = floor(looks * 255.0 + 0.5);
  geometry.worldPosition = vec3(places.xy, 0.0);
  gl_Position = project_position_to_clipspace(vec3(places.xy, 0.0), vec3(places.zw, 0.0), vec3(0.0), geometry.position);
  gl_PointSize = marks.sizePx * look.z * 0.01 * project.devicePixelRatio;
  corner = look.xy * marks.pitchPx;
}
`;

/** Nearly clear pixels are left out, as they would cost as much as solid ones. */
const FRAGMENT = `\
#version 300 es
#define SHADER_NAME marks-fragment
precision highp float;
uniform sampler2D atlas;
in vec2 corner;
out vec4 fragColor;
void main(void) {
  fragColor = texture(atlas, (corner + gl_PointCoord * marks.sidePx) / marks.atlasPx);
  if (fragColor.a < 0.05) discard;
}
`;

const defaultProps = {
  marks: { type: 'object', value: { places: new Float32Array(), looks: new Uint8Array() } },
  atlas: { type: 'image', value: null, async: true },
  sizePx: { type: 'number', value: 1 },
} as const;

/**
 * Marks as points, all in one draw. deck's own icons are instances of a square: without a graphics card each instance
 * costs what a draw of its own would, some 20 µs, which at 100,000 marks is two seconds a frame. A point costs a hundredth
 * of it, and half of what an icon takes of memory. Not pickable: the map has its own index.
 */
export class MarkLayer extends Layer<Required<MarkLayerProps>> {
  static override readonly layerName = 'MarkLayer';
  static override readonly defaultProps = defaultProps;

  override getShaders(): unknown {
    return super.getShaders({ vs: VERTEX, fs: FRAGMENT, modules: [project32, marksUniforms] });
  }

  override initializeState(): void {
    const model = new Model(this.context.device, {
      ...(this.getShaders() as { vs: string; fs: string }),
      id: this.props.id,
      topology: 'point-list',
      vertexCount: 0,
      bufferLayout: [
        { name: 'places', format: 'float32x4' },
        { name: 'looks', format: 'unorm8x4' },
      ],
    });
    this.setState({ model, places: null, looks: null });
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    const { marks } = params.props;
    const before = params.oldProps.marks as MarkColumns | undefined;
    this.send('places', marks.places, before?.places);
    this.send('looks', marks.looks, before?.looks);
    (this.state['model'] as Model).setVertexCount(marks.places.length / 4);
  }

  override finalizeState(context: Parameters<Layer['finalizeState']>[0]): void {
    super.finalizeState(context);
    for (const name of ['places', 'looks']) (this.state[name] as Buffer | null)?.destroy();
  }

  override draw(): void {
    const { atlas, sizePx, marks } = this.props as unknown as { readonly atlas: Texture | null; readonly sizePx: number; readonly marks: MarkColumns };
    if (atlas === null || marks.places.length === 0) return;
    const model = this.state['model'] as Model;
    model.shaderInputs.setProps({ marks: { atlas, atlasPx: [atlas.width, atlas.height], ...ATLAS_CELLS, sizePx } });
    model.draw(this.context.renderPass);
  }

  /** A column that is the same array is on the card already. */
  private send(name: 'places' | 'looks', column: MarkColumns['places'] | MarkColumns['looks'], before: unknown): void {
    const held = this.state[name] as Buffer | null;
    if (column.length === 0 || (column === before && held !== null)) return;
    const buffer = held !== null && held.byteLength === column.byteLength ? held : this.context.device.createBuffer({ byteLength: column.byteLength });
    buffer.write(column);
    if (buffer !== held) {
      held?.destroy();
      this.setState({ [name]: buffer });
      (this.state['model'] as Model).setAttributes({ [name]: buffer });
    }
  }
}

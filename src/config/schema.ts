/** The part of JSON Schema (draft 7) that a setting needs; `problems.ts` checks values by it, editors read it as it is. */
export interface Schema {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  /** What it is, to follow "must be": "a list of globs". */
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  /** Of a text: values that show what is meant; a guess at what was meant is made among them. */
  readonly examples?: readonly unknown[];
  /** Of a text: all that it may be. */
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: 'date';
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
}

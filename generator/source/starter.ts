/** The first pages of a source: one event of each direction, in the syntax of each dialect, for `init` to write. */

/** Pages by their path in the folder of the source, and which of them are its indexes. */
export interface Starter {
  index: { server: string; client: string };
  pages: Readonly<Record<string, string>>;
}

/** By the name of the dialect. `docs/syntax-….md` show them, too. */
export const starters: Readonly<Record<string, Starter>> = {
  'openai-tree': {
    index: { server: 'server-events/index.md', client: 'client-events/index.md' },
    pages: {
      'server-events/index.md': `# Server events

## Contents

- [call.started](call/started.md)
`,
      'server-events/call/started.md': `# call.started

Sent when a call has begun.

## Properties

- \`type\` (string, required): The name of the event. Enum: 'call.started'.
- \`event_id\` (string, required): The id of this message.
- \`call\` (object, required): The call that has begun.
  - \`id\` (string, required): Its id.
  - \`kind\` (string, optional): What it carries. Enum: 'audio', 'video'. Default: \`audio\`.
  - \`tags\` (array<string>, optional): Words to find it by.
`,
      'client-events/index.md': `# Client events

## Contents

- [call.answer](call/answer.md)
`,
      'client-events/call/answer.md': `# call.answer

Answers a call.

## Properties

- \`type\` (string, required): The name of the event. Enum: 'call.answer'.
- \`call_id\` (string, required): The id of the call.
- \`greeting\` (string | null, optional): What to say first; null for silence.
`,
    },
  },
  'openai-reference': {
    index: { server: 'server-events.md', client: 'client-events.md' },
    pages: {
      'server-events.md': `# Server events

<a id="call.started"></a>

## call.started

Sent when a call has begun.

### Schema

Schema name: \`CallStarted\`

- \`type: "call.started"\`

  The name of the event.

  - \`"call.started"\`

- \`event_id: string\`

  The id of this message.

- \`call: Call\`

  The call that has begun.

  - \`id: string\`

    Its id.

  - \`kind: optional "audio" or "video"\`

    What it carries.

    - \`"audio"\`

    - \`"video"\`

  - \`tags: optional array of string\`

    Words to find it by.
`,
      'client-events.md': `# Client events

<a id="call.answer"></a>

## call.answer

Answers a call.

### Schema

Schema name: \`CallAnswer\`

- \`type: "call.answer"\`

  The name of the event.

  - \`"call.answer"\`

- \`call_id: string\`

  The id of the call.

- \`greeting: optional string or null\`

  What to say first; null for silence.
`,
    },
  },
  'yandex-rest': {
    index: { server: 'server-events/index.md', client: 'client-events/index.md' },
    pages: {
      'server-events/index.md': restIndex('Server events', 'call.started', 'started.md'),
      'server-events/started.md': restPage({
        name: 'call.started',
        about: 'Sent when a call has begun.',
        skeleton: `{
  "type": "string",
  "event_id": "string",
  "call": {
    "id": "string",
    "kind": "string",
    "tags": [
      "string"
    ]
  }
}`,
        rows: `|| event_id | **string**

Required field. The id of this message. ||
|| call | **[Call](#Call)**

Required field. The call that has begun. ||
|#

## Call {#Call}

#|
||Field | Description ||
|| id | **string**

Required field. Its id. ||
|| kind | **enum**

What it carries.

- \`audio\`
- \`video\` ||
|| tags[] | **string**

Words to find it by. ||
|#`,
      }),
      'client-events/index.md': restIndex('Client events', 'call.answer', 'answer.md'),
      'client-events/answer.md': restPage({
        name: 'call.answer',
        about: 'Answers a call.',
        skeleton: `{
  "type": "string",
  "call_id": "string",
  "greeting": "string | null"
}`,
        rows: `|| call_id | **string**

Required field. The id of the call. ||
|| greeting | Any of **string** \\| **null**

What to say first; null for silence. ||
|#`,
      }),
    },
  },
  'gfm-tables': {
    index: { server: 'events.md#server-events', client: 'events.md#client-events' },
    pages: {
      'events.md': `# Events

## Server events

| Event | Description |
|-------|-------------|
| [call.started](#callstarted) | Sent when a call has begun. |

### call.started

Sent when a call has begun.

#### Event structure

\`\`\`json
{
  "type": "call.started",
  "event_id": "event_1",
  "call": { "id": "call_1", "kind": "audio" }
}
\`\`\`

#### Properties

| Field | Type | Description |
|-------|------|-------------|
| type | string | The event type must be \`call.started\`. |
| event_id | string | Required. The id of this message. |
| call | [Call](#call) | Required. The call that has begun. |

## Client events

| Event | Description |
|-------|-------------|
| [call.answer](#callanswer) | Answers a call. |

### call.answer

Answers a call.

#### Properties

| Field | Type | Description |
|-------|------|-------------|
| type | string | The event type must be \`call.answer\`. |
| call_id | string | Required. The id of the call. |
| greeting | string | Optional. What to say first.<br><br>This property is nullable. |

## Components

### Call

A call with its parties.

| Field | Type | Description |
|-------|------|-------------|
| id | string | Required. Its id. |
| kind | [CallKind](#callkind) | Optional. What it carries. Defaults to \`audio\`. |
| tags | array of string | Optional. Words to find it by. |

### CallKind

**Allowed Values:**

- \`audio\` - Voices alone.
- \`video\` - Voices and pictures.
`,
    },
  },
  'event-summary': {
    index: { server: 'server-events.md', client: 'client-events.md' },
    pages: {
      'server-events.md': `# Server events

## Key Facts

- **Direction**: Server → Client

## Event Reference

### Calls

- \`call.started\` - a call has begun

## Event Examples

### Call Started

\`\`\`json
{
  "type": "call.started",
  "event_id": "event_1",
  "call": { "id": "call_1", "kind": "audio", "tags": ["first"] }
}
\`\`\`
`,
      'client-events.md': `# Client events

## Key Facts

- **Direction**: Client → Server

## Event Reference

### Calls

- \`call.answer\` - answers a call

## Event Examples

### Call Answer

\`\`\`json
{ "type": "call.answer", "call_id": "call_1", "greeting": "Hello!" }
\`\`\`
`,
    },
  },
};

function restIndex(title: string, name: string, page: string): string {
  return `# REST: ${title}

## Methods

#|
||Method | Description ||
|| [realtime.${name}](${page}) | ${name} ||
|#
`;
}

function restPage(event: { name: string; about: string; skeleton: string; rows: string }): string {
  return `# REST: ${event.name}

## HTTP request

\`\`\`
POST https://example.com/v1/${event.name}
\`\`\`

## Body parameters

**Request schema: application/json**

\`\`\`json
${event.skeleton}
\`\`\`

${event.about}

#|
||Field | Description ||
|| type | **enum**

Required field. The name of the event.

- \`${event.name}\` ||
${event.rows}
`;
}
